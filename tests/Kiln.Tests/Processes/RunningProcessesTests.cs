using System.Diagnostics;
using Kiln.Processes;

namespace Kiln.Tests.Processes;

public sealed class RunningProcessesTests
{
    [Fact]
    public async Task Ends_every_process_with_the_argument_and_no_other()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It reads /proc.");
        var mark = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var marked = Process.Start("sh", ["-c", "sleep 60; :", mark]);
        using var other = Process.Start("sh", ["-c", "sleep 60; :", mark + ".other"]);

        await RunningProcesses.EndThoseWithArgumentAsync(mark);

        Assert.True(marked.WaitForExit(5_000));
        Assert.False(other.HasExited);
        other.Kill(entireProcessTree: true);
    }
}
