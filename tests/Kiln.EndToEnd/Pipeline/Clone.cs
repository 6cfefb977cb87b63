using System.Text.RegularExpressions;
using Kiln.Buildx.Bootstrapping;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>
/// A fresh clone of this repository's HEAD in a folder of its own, with a HOME and a NuGet cache of its own. Downloads
/// and base images come from the shared cache folder, when the test run names one.
/// </summary>
sealed partial class Clone : IAsyncDisposable
{
    readonly CommandRunner _runner = new();
    readonly string _home;

    Clone(string folder, string home)
    {
        Folder = folder;
        _home = home;
    }

    internal string Folder { get; }

    internal string Commit { get; private set; } = "";

    internal EngineFolders EngineFolders => EngineFolders.Of(Path.Combine(Folder, ".nuke", "temp"), SharedCache);

    static string? SharedCache => Environment.GetEnvironmentVariable("KILN_CACHE");

    internal static async Task<Clone> MakeAsync(string home, string umask = "022")
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("kiln-e2e-").FullName, "kiln");
        var clone = new Clone(folder, home);
        await clone._runner.RunAsync(new Command("sh", ["-c", $"umask {umask}; git clone --quiet \"$0\" \"$1\"", Repository.Root, folder]));
        clone.Commit = await clone.GitAsync("rev-parse", "--short=12", "HEAD");
        return clone;
    }

    /// <summary>Runs build.sh as a person would; what it printed comes without colours.</summary>
    internal async Task<Outcome> BuildAsync(params string[] arguments)
    {
        var result = await _runner.RunAsync(Script(arguments));
        return new Outcome(result.ExitCode, Colours().Replace(result.Output + result.ErrorOutput, ""));
    }

    /// <summary>
    /// Runs build.sh, and something else as soon as a step of the image's build runs. A step that lived on after its
    /// engine was killed does not count: it would say so before this build even began.
    /// </summary>
    internal async Task<Outcome> DisturbAsync(Func<Task> disturbance, params string[] arguments)
    {
        var leftBehind = RunningSteps();
        var build = BuildAsync(arguments);
        while (!build.IsCompleted && !RunningSteps().Except(leftBehind).Any())
            await Task.Delay(100);
        await disturbance();
        return await build;
    }

    internal async Task<string> GitAsync(params string[] arguments)
    {
        var result = await _runner.RunAsync(new Command("git", ["-C", Folder, .. arguments]));
        return result.Output.Trim();
    }

    /// <summary>Empties the builder, so that no step is cached.</summary>
    internal Task EmptyBuilderAsync() => BuildxAsync("prune", "--all", "--force");

    /// <summary>The same, but for the cache mounts: every step runs again, and the compiler finds what it compiled.</summary>
    internal Task ForgetStepsAsync() => BuildxAsync("prune", "--all", "--force", "--filter", "type=regular");

    internal string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Ends what the clone started and removes it, which only works when nothing is mounted below it.</summary>
    public async ValueTask DisposeAsync()
    {
        await BuildAsync("StopEngine");
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }

    // Processes of 'go build', the sample's longest step.
    IReadOnlyList<int> RunningSteps() => SystemProcesses.WithArgument("build", Path.Combine(EngineFolders.Data, "docker"));

    async Task BuildxAsync(params string[] arguments)
    {
        var tools = new EngineToolset(EngineFolders, _runner, new NoReporter());
        await _runner.RunAsync(new Command(tools.Buildx, arguments.ToValueList())
        {
            Environment = tools.Environment
                .With("DOCKER_HOST", $"unix://{EngineFolders.Socket}")
                .With("BUILDX_CONFIG", Path.Combine(EngineFolders.Data, "buildx")),
        });
    }

    Command Script(string[] arguments) => new(Path.Combine(Folder, "build.sh"), [.. arguments])
    {
        WorkingDirectory = Folder,
        Environment =
        [
            new("HOME", _home),
            new("NUGET_PACKAGES", Path.Combine(_home, ".nuget", "packages")),
            // The run's own settings must not reach the clone: it finds out by itself.
            new("NUKE_ENGINE", null),
            new("DOTNET_EXE", null),
            new("CI", null),
        ],
        OnFailure = FailureHandling.Return,
    };

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();
}
