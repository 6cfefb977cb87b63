using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Toolchains;

/// <summary>How programs of a language get their dependencies and are compiled.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Tool">The program that does it.</param>
sealed record Toolchain(string Name, BuildTool Tool)
{
    /// <summary>The files that say which dependencies there are: all that the layer of dependencies needs. A star stands for any part of a name.</summary>
    public ValueList<string> Manifests { get; init; } = [];

    /// <summary>What the tool is told to fetch dependencies.</summary>
    public ValueList<string> Installs { get; init; } = [];

    /// <summary>What it is told to compile; it fetches too, when nothing did before.</summary>
    public ValueList<string> Builds { get; init; } = [];

    /// <summary>Words behind an install are packages of their own, and not the project's: <c>npm install typescript</c>.</summary>
    public bool InstallsPackages { get; init; }

    /// <summary>The command that only fetches, for a layer of its own.</summary>
    public string Fetch { get; init; } = "";

    /// <summary>How packages that only developers need are left out; null where they are not fetched anyway, or where a compiler is no package.</summary>
    public ProductionOption? Production { get; init; }

    /// <summary>What is fetched lies in the cache folders only, so a cache mount does what a layer would.</summary>
    public bool KeepsInCache { get; init; }

    /// <summary>Where what was fetched is kept, for a cache mount.</summary>
    public ToolchainCache Cache { get; init; } = ToolchainCache.None;

    /// <summary>Whether a command fetches the dependencies of a project.</summary>
    public bool Fetches(ShellCommand command)
    {
        if (command.HasArgument([.. Tool.Offline]))
            return false;
        return Tool.Said(command, Installs) is { } said
            ? !InstallsPackages || (Tool.WordsOf(command)!.Length == said && !command.HasArgument("-g", "--global"))
            : KeepsInCache && Compiles(command);
    }

    /// <summary>Whether it compiles the project; not a program of others, which is named by its version or without a path.</summary>
    public bool Compiles(ShellCommand command) =>
        Tool.Said(command, Builds) is { } said
        && !Tool.WordsOf(command)!.Skip(said).Any(x => x.Text.Contains('@') || (InstallsPackages && command.HasArgument("install")));
}
