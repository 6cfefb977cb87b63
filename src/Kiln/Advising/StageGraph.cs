using Kiln.Dockerfiles.Syntax;
using Kiln.Linting;

namespace Kiln.Advising;

/// <summary>How a stage takes part in another.</summary>
enum StageUse
{
    /// <summary>It starts from it.</summary>
    From,

    /// <summary>It copies files of it, or mounts them.</summary>
    Copy,
}

/// <summary>A stage, or an image from outside.</summary>
/// <param name="Name">Unique.</param>
/// <param name="Column">Where it stands from left to right: before all that need it.</param>
/// <param name="Instructions">How many it has; null for an image from outside.</param>
/// <param name="IsFinal">It becomes the image.</param>
sealed record StageNode(string Name, int Column, int? Instructions, bool IsFinal);

/// <summary>One stage needs another.</summary>
sealed record StageEdge(string From, string To, StageUse Use);

/// <summary>The stages of a Dockerfile that its image needs, and the images that they start from.</summary>
sealed record StageGraph(IReadOnlyList<StageNode> Nodes, IReadOnlyList<StageEdge> Edges)
{
    public static StageGraph Of(LintSubject subject)
    {
        var edges = subject.Sections.Where(x => x.Stage is not null).SelectMany(x => EdgesOf(subject, x)).Distinct().ToArray();
        var needed = new List<string>();
        if (subject.Final is { } final)
            Collect(NameOf(final), edges, needed);
        var left = edges.Where(x => needed.Contains(x.To)).ToArray();
        var columns = ColumnsOf(needed, left);
        return new StageGraph([.. needed.Select(x => NodeOf(subject, x, columns[x]))], left);
    }

    // What a stage needs comes before it, each once.
    static void Collect(string name, StageEdge[] edges, List<string> found)
    {
        if (found.Contains(name))
            return;
        foreach (var edge in edges.Where(x => x.To == name))
            Collect(edge.From, edges, found);
        found.Add(name);
    }

    // Each stands next to the first that needs it, so that lines are short and cross no box.
    static Dictionary<string, int> ColumnsOf(List<string> needed, StageEdge[] edges)
    {
        var columns = new Dictionary<string, int>();
        foreach (var name in needed)
            columns[name] = edges.Where(x => x.To == name).Select(x => columns[x.From] + 1).DefaultIfEmpty(0).Max();
        foreach (var name in Enumerable.Reverse(needed))
            columns[name] = edges.Where(x => x.From == name).Select(x => columns[x.To] - 1).DefaultIfEmpty(columns[name]).Min();
        return columns;
    }

    static StageNode NodeOf(LintSubject subject, string name, int column)
    {
        var section = subject.Sections.FirstOrDefault(x => x.Stage is not null && NameOf(x) == name);
        return new StageNode(name, column, section?.Instructions.Count, section?.IsFinal == true);
    }

    static IEnumerable<StageEdge> EdgesOf(LintSubject subject, LintSection section)
    {
        var name = NameOf(section);
        var earlier = subject.Sections.Where(x => x.Stage is { } stage && stage.Index < section.Stage!.Index).ToArray();
        if (section.Stage!.From.Image is { } image)
            yield return new StageEdge(Resolve(earlier, image.Text), name, StageUse.From);
        var sources = section.Instructions.OfType<CopyInstruction>().Select(x => x.From?.Value)
            .Concat(section.Instructions.OfType<RunInstruction>().SelectMany(x => x.Mounts).Select(x => x.From?.Text));
        foreach (var source in sources.OfType<string>())
            yield return new StageEdge(Resolve(earlier, source), name, StageUse.Copy);
    }

    // A stage by its name or number, which can only be one above; else an image, which is never mixed up with a stage.
    static string Resolve(IReadOnlyList<LintSection> earlier, string reference) =>
        earlier.LastOrDefault(x => x.Stage!.Name == reference.ToLowerInvariant() || $"{x.Stage.Index}" == reference) is { } section
            ? NameOf(section)
            : reference;

    /// <summary>What a stage is called among the nodes.</summary>
    public static string NameOf(LintSection section) => section.Stage!.Name is { } name ? $"stage {name}" : $"stage {section.Stage.Index}";
}
