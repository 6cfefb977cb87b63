using System.Diagnostics;
using System.Text;

namespace Kiln.Engine.Tests.Processes;

/// <summary>Runs tests/Kiln.Engine.SampleBuild as a process.</summary>
sealed class SampleBuild : IDisposable
{
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kiln-sample-");

    public SampleBuild() => _root.CreateSubdirectory(".nuke");

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kiln.Engine.SampleBuild.dll"), .. arguments])
        {
            WorkingDirectory = _root.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TERM"] = "dumb";
        return Process.Start(start)!;
    }

    public (int ExitCode, string Output, string Error) Run(params string[] arguments) => Finish(Start(arguments));

    /// <summary>Waits until the target runs, then sends the signal.</summary>
    public (int ExitCode, string Output, string Error) Interrupt(string signal, params string[] arguments)
    {
        using var process = Start(arguments);
        while (process.StandardOutput.ReadLine() is { } line && line != "waiting")
        {
        }

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()]);
        kill.WaitForExit();
        return Finish(process);
    }

    public void Dispose() => _root.Delete(recursive: true);

    static (int ExitCode, string Output, string Error) Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
