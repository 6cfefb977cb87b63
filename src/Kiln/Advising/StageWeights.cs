using Kiln.Linting;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Advising;

/// <summary>What each stage of a Dockerfile weighs in the image: the final one all of it, those that only work for it nothing.</summary>
static class StageWeights
{
    /// <summary>In words, by the names of the graph's nodes; what comes from outside, and what is not known, is not among them.</summary>
    public static IReadOnlyDictionary<string, string> Of(LintSubject subject, StageGraph graph, Receipt? receipt)
    {
        var shipped = subject.Final is { } final ? subject.LineageOf(final).Select(StageGraph.NameOf).ToHashSet() : [];
        return graph.Nodes.Where(x => x.Instructions is not null)
            .Select(x => (x.Name, Weight: Weight(x, shipped.Contains(x.Name), receipt))).Where(x => x.Weight is not null)
            .ToDictionary(x => x.Name, x => x.Weight!);
    }

    static string? Weight(StageNode node, bool isShipped, Receipt? receipt)
    {
        if (node.IsFinal)
            return receipt?.Platforms.FirstOrDefault() is { } built ? HumanUnits.Size(built.UnpackedSize) : null;
        var alone = receipt?.SingleStage is { } single && node.Name == $"stage {single.Stage.ToLowerInvariant()}" ? $"{HumanUnits.Size(single.UnpackedSize)}, " : "";
        return isShipped ? "part of the image" : $"{alone}not shipped";
    }
}
