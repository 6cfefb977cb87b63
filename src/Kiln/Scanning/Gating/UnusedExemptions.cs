namespace Kiln.Scanning.Gating;

/// <summary>Exemptions that nothing is left of should go, before somebody takes them for knowledge.</summary>
static class UnusedExemptions
{
    /// <summary>Those that cover nothing that was found, of images that were scanned.</summary>
    internal static IEnumerable<Exemption> Of(ScanGate gate, IReadOnlyCollection<ScannedImage> scanned) => gate.Exemptions.Where(x =>
        (x.Image is null || scanned.Any(y => y.Receipt.Name == x.Image))
        && !scanned.Any(y => y.Decision.Findings.Any(z => x.Covers(y.Receipt.Name, z.Finding))));
}
