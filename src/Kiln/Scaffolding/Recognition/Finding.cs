using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Recognition;

/// <summary>What a language says of a folder.</summary>
/// <param name="Language">The one that says so.</param>
/// <param name="Folder">From the root; empty for the root.</param>
/// <param name="Marker">The file that it was recognised by, from the root.</param>
abstract record Finding(ScaffoldLanguage Language, string Folder, string Marker);

/// <summary>A project that makes no image.</summary>
sealed record PassedOver(ScaffoldLanguage Language, string Folder, string Marker, string Reason) : Finding(Language, Folder, Marker)
{
    /// <summary>Others use it, so nobody expects an image of it. Default: no.</summary>
    public bool IsLibrary { get; init; }
}

/// <summary>A project that an image can be made of.</summary>
sealed record FoundProject(ScaffoldLanguage Language, string Folder, string Marker) : Finding(Language, Folder, Marker)
{
    /// <summary>What it is, in a few words.</summary>
    public required string Kind { get; init; }

    /// <summary>What the program is called; the image gets a name like it.</summary>
    public required string Title { get; init; }

    /// <summary>The Dockerfile's text for an image of that name.</summary>
    public required Func<string, string> Dockerfile { get; init; }

    /// <summary>The text of the ignore file.</summary>
    public required string Ignore { get; init; }

    /// <summary>The folder that is sent, from the root. Default: its own.</summary>
    public string Context { get; init; } = Folder;

    /// <summary>The Dockerfile's name. Default: <c>Dockerfile</c>.</summary>
    public string DockerfileName { get; init; } = "Dockerfile";

    /// <summary>Other files that the Dockerfile needs, from the root. Default: none.</summary>
    public ValueList<(string Path, string Text)> Others { get; init; }

    /// <summary>What somebody should know. Default: nothing.</summary>
    public ValueList<string> Notes { get; init; }

    /// <summary>From the root.</summary>
    public string DockerfilePath => Paths.Join(Folder, DockerfileName);

    // BuildKit reads <Dockerfile>.dockerignore before .dockerignore: https://docs.docker.com/build/concepts/context/#filename-and-location
    /// <summary>From the root.</summary>
    public string IgnorePath =>
        Context == Folder && DockerfileName == "Dockerfile" ? Paths.Join(Folder, ".dockerignore") : $"{DockerfilePath}.dockerignore";
}
