using System.Runtime.CompilerServices;

namespace Kiln.Tests.Scaffolding;

public class GuideTests
{
    [Fact]
    public void The_guide_shows_what_is_written_for_a_server_in_Go()
    {
        var guide = File.ReadAllText(Path.Combine(Here(), "../../../docs/guides/scaffolding.md"));
        var written = File.ReadAllText(Path.Combine(Here(), "snapshots/go-server.Dockerfile"));

        Assert.Contains($"```dockerfile\n{written}```\n", guide);
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
