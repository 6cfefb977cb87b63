using Kiln.Processes;
using Nuke.Common.IO;
using Serilog;

namespace Packing;

/// <summary>Sends a package, and its symbols with it, to a feed that may have it already. The key goes as a variable: arguments are read by everybody on the machine.</summary>
sealed class PackagePush(string feed, string key)
{
    internal Task RunAsync(AbsolutePath package) => new CommandRunner().RunAsync(
        new Command(
            Environment.GetEnvironmentVariable("DOTNET_EXE") ?? "dotnet",
            ["nuget", "push", package, "--source", feed, .. Directory.Exists(feed) ? [] : (string[])["--skip-duplicate"]])
        {
            Environment = [new("NUGET_API_KEY", key)],
        },
        line => Log.Information("{Line:l}", line),
        line => Log.Error("{Line:l}", line));
}
