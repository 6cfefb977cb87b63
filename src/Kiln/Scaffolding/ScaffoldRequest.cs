using Kiln.Primitives;

namespace Kiln.Scaffolding;

/// <summary>Where to look for projects, and what may be written.</summary>
public sealed record ScaffoldRequest
{
    /// <summary>The repository.</summary>
    public required string Root { get; init => field = Path.GetFullPath(value); }

    /// <summary>The projects to write for, by folder, by the folder's name or by the image's. Default: all that are found.</summary>
    public ValueList<string> Projects { get; init; }

    /// <summary>Which one to take where a folder is several. Default: none, and such a folder is refused.</summary>
    public ScaffoldLanguage? Language { get; init; }

    /// <summary>Whether files that are there with other content are written anew. Default: no.</summary>
    public bool Overwrites { get; init; }
}
