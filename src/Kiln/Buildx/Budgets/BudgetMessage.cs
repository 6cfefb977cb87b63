using Kiln.Reporting;

namespace Kiln.Buildx.Budgets;

/// <summary>What is too large, by how much, and because of what.</summary>
static class BudgetMessage
{
    const int LayersShown = 3;

    internal static string Of(ImageSpec image, IEnumerable<BudgetExcess> excesses) =>
        $"Image '{image.Name}' is over its size budget:\n" + string.Join("\n", excesses.SelectMany(Lines));

    static IEnumerable<string> Lines(BudgetExcess excess)
    {
        yield return $"  {excess.Platform}: {excess.Reason}. {(excess.Layers.Count() == 1 ? "The layer" : "The largest layers")}:";
        foreach (var layer in excess.Layers.OrderByDescending(excess.Kind.OfLayer).Take(LayersShown))
            yield return $"    {HumanUnits.Size(excess.Kind.OfLayer(layer)),9}  {InstructionText.Short(layer.Instruction)}";
    }
}
