using Kiln.Linting;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Advising;

/// <summary>Puts together what a Dockerfile, its findings and the last build say about an image's size. Reads and writes nothing.</summary>
static class Advisor
{
    // What these find makes images smaller: compilers, bases, files that are there twice or for nobody.
    static readonly string[] SizeRules = ["KLN9001", "KLN9002", "KLN9005", "KLN9006", "KLN9007", "KLN9008", "KLN9009", "KLN2003", "KLN2004"];

    public static ImageAdvice Of(string name, LintSubject subject, LintReport report, Receipt? receipt)
    {
        var built = receipt?.Platforms.FirstOrDefault();
        var kind = ProgramKinds.Of(subject);
        var candidates = BaseCandidates.For(kind);
        var savings = FromFindings(report, built).Concat(FromBase(built, candidates)).OrderByDescending(x => x.Bytes ?? -1);
        return new ImageAdvice(name, StageGraph.Of(subject), built, [.. savings], kind, candidates);
    }

    static IEnumerable<Saving> FromFindings(LintReport report, PlatformReceipt? built) => report.Findings
        .Where(x => SizeRules.Contains(x.Rule))
        .Select(x => new Saving($"{x.Rule}, line {report.Source.PositionOf(x.Span.Start).Line}: {x.Message} {x.Remedy}", LayerOf(x, report, built)?.UnpackedSize, IsMeasured: true));

    // A second copy of files is a layer of its own, which goes as a whole.
    static LayerReceipt? LayerOf(LintFinding finding, LintReport report, PlatformReceipt? built) => finding.Rule != "KLN9007"
        ? null
        : built?.Layers.FirstOrDefault(x => x.Instruction?.Contains(report.Source.TextAt(finding.Span), StringComparison.Ordinal) == true);

    static IEnumerable<Saving> FromBase(PlatformReceipt? built, IReadOnlyList<BaseCandidate> candidates)
    {
        if (built?.Base is not { } own)
            yield break;
        var first = candidates[0];
        var saved = own.UnpackedSize - first.Megabytes * 1_000_000L;
        if (saved > own.UnpackedSize / 10 && !own.Name.Contains(first.Image.Split(':')[0], StringComparison.Ordinal))
            yield return new Saving($"Start the final stage from {first.Image} instead of {own.Name} ({HumanUnits.Size(own.UnpackedSize)}).", saved, IsMeasured: false);
    }
}
