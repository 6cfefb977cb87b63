using Kiln.Oci;

namespace Kiln.Scanning.Programs;

/// <summary>The layers of what was scanned, by the digest that scanners know them by.</summary>
sealed class SubjectLayers(ScanSubject subject)
{
    readonly Dictionary<string, LayoutLayer> _layers =
        subject.Details.Layers.GroupBy(x => x.DiffId.ToString()).ToDictionary(x => x.Key, x => x.First());

    /// <summary>The finding with its layer and the instruction that made it, where the digest is one of the image's.</summary>
    internal Finding At(string? diffId, Finding finding) => diffId is not null && _layers.TryGetValue(diffId, out var layer)
        ? finding with { DiffId = layer.DiffId, Instruction = layer.Instruction }
        : finding;
}
