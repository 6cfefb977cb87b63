using Kiln.Primitives;

namespace Kiln.Scaffolding.Node;

/// <summary>The program that installs packages, with its commands.</summary>
sealed partial record PackageManager
{
    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it keeps what it downloaded.</summary>
    public required string Cache { get; init; }

    /// <summary>The lock file; null where there is none.</summary>
    public required string? Lock { get; init; }

    /// <summary>Other files that it reads beside <c>package.json</c>, where they are there.</summary>
    public ValueList<string> Settings { get; init; }

    /// <summary>Folders that it reads.</summary>
    public ValueList<string> SettingFolders { get; init; }

    /// <summary>The npm package that brings it; null where the base has it.</summary>
    public string? Package { get; init; }

    /// <summary>The base has another one of the same name, which has to give way.</summary>
    public bool ReplacesBase { get; init; }

    /// <summary>A variable that its commands need.</summary>
    public string? Environment { get; init; }

    /// <summary>It writes beside the manifests, so they cannot be mounted.</summary>
    public bool WritesBesideManifests { get; init; }

    /// <summary>Installs everything.</summary>
    public required string Install { get; init; }

    /// <summary>Installs what the program needs while it runs.</summary>
    public required string InstallForRunning { get; init; }

    /// <summary>The same for one package of a workspace, by its name and its folder.</summary>
    public required Func<string, string, string> InstallMemberForRunning { get; init; }

    /// <summary>Takes away what only building needed; null where it cannot, and installs that as well.</summary>
    public required string? Prune { get; init; }

    /// <summary>Taking that away runs scripts of the package once more.</summary>
    public bool RunsScriptsOnPrune { get; init; }

    public required Func<string, string> RunScript { get; init; }

    /// <summary>Runs a script of a package of a workspace, by its name, its folder and the script's name.</summary>
    public required Func<string, string, string, string> RunMemberScript { get; init; }

    /// <summary>Puts a package of a workspace with all that it needs into a folder, by its name; null where it cannot.</summary>
    public Func<string, string>? Deploy { get; init; }
}
