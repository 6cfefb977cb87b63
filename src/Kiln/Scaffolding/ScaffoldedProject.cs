using Kiln.Primitives;

namespace Kiln.Scaffolding;

/// <summary>A project that was recognised, and the files of its image.</summary>
/// <param name="Name">Of the image.</param>
/// <param name="Folder">From the repository's root, with slashes; <c>.</c> for the root.</param>
/// <param name="Language">What it is written in.</param>
public sealed record ScaffoldedProject(string Name, string Folder, ScaffoldLanguage Language)
{
    /// <summary>What it is, in a few words: <c>Node.js, Next.js with npm</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The file that it was recognised by, from the repository's root.</summary>
    public required string Marker { get; init; }

    /// <summary>The Dockerfile first.</summary>
    public required ValueList<ScaffoldedFile> Files { get; init; }

    /// <summary>The line for <c>Build.cs</c>.</summary>
    public required string ImageLine { get; init; }

    /// <summary>What somebody should know, or decide. Default: nothing.</summary>
    public ValueList<string> Notes { get; init; }
}
