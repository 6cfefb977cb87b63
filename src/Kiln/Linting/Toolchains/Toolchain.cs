using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Toolchains;

/// <summary>How programs of a language get their dependencies and are compiled.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Manifests">The files that say which dependencies there are: all that the layer of dependencies needs.</param>
/// <param name="Installs">Commands that fetch dependencies.</param>
/// <param name="Caches">Folders that hold what was fetched, for a cache mount; the root user's.</param>
sealed record Toolchain(string Name, ValueList<string> Manifests, ValueList<string> Installs, ValueList<string> Caches)
{
    /// <summary>The command that only fetches, for a layer of its own.</summary>
    public string Fetch { get; init; } = Installs.FirstOrDefault() ?? "";

    /// <summary>Commands that compile; they fetch too, when nothing did before.</summary>
    public ValueList<string> Builds { get; init; } = [];

    /// <summary>What is fetched lies in the cache folders only, so a cache mount does what a layer would.</summary>
    public bool KeepsInCache { get; init; }

    /// <summary>Whether a command fetches dependencies of this kind.</summary>
    public bool Fetches(ShellCommand command) =>
        command.MatchesAny(Installs) && !IsGlobal(command) || command.MatchesAny(Builds) && KeepsInCache;

    /// <summary>Whether it compiles.</summary>
    public bool Compiles(ShellCommand command) => command.MatchesAny(Builds);

    // A tool of the image, not a dependency of the program.
    static bool IsGlobal(ShellCommand command) => command.HasFlag("g", "global");
}
