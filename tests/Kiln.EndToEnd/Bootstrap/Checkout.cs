using CliWrap;
using CliWrap.Buffered;

namespace Kiln.EndToEnd.Bootstrap;

/// <summary>
/// A folder of its own with the repository's real scripts and props, and a build that compiles in two seconds.
/// </summary>
public sealed class Checkout : IDisposable
{
    static readonly string[] Props = ["Directory.Build.props", "Directory.Packages.props"];

    public Checkout()
    {
        Directory.CreateDirectory(PathOf(".nuke"));
        foreach (var file in (string[])["build.sh", "build.ps1", "global.json", .. Props])
            File.Copy(Path.Combine(Repository.Root, file), PathOf(file));
        foreach (var file in (string[])["build/_build.csproj", "build/Build.cs", "src/Answer.cs"])
            Write(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Bootstrap", "TinyBuild", file)));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("kiln bootstrap ").FullName;

    public Shell Shell { get; init; } = Shell.Bash;

    /// <summary>The script's variables; null removes one. The embedded engine is demanded: no feed is asked.</summary>
    public Dictionary<string, string?> Variables { get; } = new() { ["NUKE_ENGINE"] = "embedded" };

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public void Replace(string file, string old, string @new) =>
        Write(file, File.ReadAllText(PathOf(file)).Replace(old, @new));

    /// <summary>Replaces the answer by a file that is older than everything that was compiled.</summary>
    public void WriteOldAnswer(string text)
    {
        Write("src/Answer.cs", $"static class Answer {{ public const string Text = \"{text}\"; }}");
        File.SetLastWriteTimeUtc(PathOf("src/Answer.cs"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
    }

    public Command Script(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && Shell == Shell.Bash, "build.sh is not for Windows.");
        string[] script = Shell == Shell.Bash
            ? ["bash", PathOf("build.sh")]
            : ["dotnet", Path.Combine(AppContext.BaseDirectory, "Kiln.EndToEnd.PowerShell.dll"), PathOf("build.ps1")];

        return Cli.Wrap(script[0])
            .WithArguments([.. script[1..], .. arguments])
            .WithWorkingDirectory(Root)
            .WithEnvironmentVariables(Variables)
            .WithValidation(CommandResultValidation.None);
    }

    public async Task<Outcome> RunAsync(params string[] arguments)
    {
        var result = await Script(arguments).ExecuteBufferedAsync();
        return new Outcome(result.ExitCode, result.StandardOutput, result.StandardError);
    }

    /// <summary>The script says that it compiles before it does; this waits until it does.</summary>
    public async Task CompilerStartedAsync()
    {
        while (!(await ProcessesAsync()).Any(x => x.Contains("_build.csproj")))
            await Task.Delay(20);
    }

    /// <summary>Command lines that still name this checkout; processes that are ending get two seconds.</summary>
    public async Task<string[]> LeftoversAsync()
    {
        for (var attempt = 0; attempt < 20 && await ProcessesAsync() is not []; attempt++)
            await Task.Delay(100);
        return await ProcessesAsync();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    async Task<string[]> ProcessesAsync()
    {
        var result = await Cli.Wrap("ps").WithArguments(["-A", "-o", "args="]).ExecuteBufferedAsync();
        return [.. result.StandardOutput.Split('\n').Where(x => x.Contains(Root))];
    }
}

/// <summary>Which of the two bootstrap scripts a checkout runs.</summary>
public enum Shell
{
    Bash,
    PowerShell
}

/// <summary>What a run of the script left: its exit code and what it said.</summary>
public sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public bool Compiled => Errors.Contains("Compiling the build");
}
