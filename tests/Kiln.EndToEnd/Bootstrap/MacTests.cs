using System.Runtime.Versioning;

namespace Kiln.EndToEnd.Bootstrap;

/// <summary>A path on which there is no flock, and find and stat behave as on a Mac.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MacTests : IDisposable
{
    static readonly string[] Tools =
    [
        "bash", "cat", "comm", "cut", "dirname", "dotnet", "grep",
        "ln", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "sort"
    ];

    readonly Checkout _checkout = new();

    public MacTests()
    {
        Directory.CreateDirectory(_checkout.PathOf("tools"));
        foreach (var tool in Tools) File.CreateSymbolicLink(_checkout.PathOf($"tools/{tool}"), FindOnPath(tool));
        WriteTool("find", $"""
            case "$*" in *-printf*) exit 1 ;; esac
            exec {FindOnPath("find")} "$@"
            """);
        WriteTool("stat", $"""
            if [ "$1 $2" != "-f %N%t%z %Fm" ]; then exit 1; fi
            shift 2
            exec {FindOnPath("stat")} --printf '%n\t%s %.9Y\n' "$@"
            """);
        _checkout.Variables["PATH"] = _checkout.PathOf("tools");
    }

    [Fact]
    public async Task Compiles_only_when_something_changed()
    {
        var first = await _checkout.RunAsync("answer");
        var second = await _checkout.RunAsync("answer");
        _checkout.Replace("src/Answer.cs", "first", "other");
        var third = await _checkout.RunAsync("answer");

        Assert.Equal((true, false, true), (first.Compiled, second.Compiled, third.Compiled));
        Assert.Equal(("first\n", "first\n", "other\n"), (first.Output, second.Output, third.Output));
    }

    [Fact]
    public async Task Compiles_once_when_two_scripts_start_together()
    {
        var outcomes = await Task.WhenAll(_checkout.RunAsync("answer"), _checkout.RunAsync("answer"));

        Assert.Equal(["first\n", "first\n"], outcomes.Select(x => x.Output));
        Assert.Single(outcomes, x => x.Compiled);
    }

    [Fact]
    public async Task Takes_the_lock_of_a_script_that_was_killed()
    {
        Directory.CreateDirectory(_checkout.PathOf(".nuke/temp/build/embedded"));
        File.CreateSymbolicLink(_checkout.PathOf(".nuke/temp/build/embedded/owner"), $"{int.MaxValue}");

        var outcome = await _checkout.RunAsync("answer");

        Assert.Equal("first\n", outcome.Output);
    }

    public void Dispose() => _checkout.Dispose();

    void WriteTool(string name, string script)
    {
        _checkout.Write($"tools/{name}", $"#!{FindOnPath("bash")}\n{script}\n");
        File.SetUnixFileMode(_checkout.PathOf($"tools/{name}"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    static string FindOnPath(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(x => Path.Combine(x, tool)).First(File.Exists);
}
