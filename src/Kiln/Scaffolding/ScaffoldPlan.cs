using Kiln.Primitives;

namespace Kiln.Scaffolding;

/// <summary>All that Scaffold would write, and what is there now. Nothing is written yet.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Projects">Sorted by folder.</param>
public sealed record ScaffoldPlan(string Root, ValueList<ScaffoldedProject> Projects)
{
    /// <summary>Whether files that are there with other content are written anew. Default: no.</summary>
    public bool Overwrites { get; init; }

    /// <summary>Files of projects that make no image, with the reason. Default: none.</summary>
    public ValueList<string> PassedOver { get; init; }

    /// <summary>The files of all projects.</summary>
    public IEnumerable<ScaffoldedFile> Files => Projects.SelectMany(x => x.Files);
}
