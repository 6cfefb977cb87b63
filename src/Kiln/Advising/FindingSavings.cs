using Kiln.Linting;
using Kiln.Linting.Rules.Size;
using Kiln.Linting.Rules.Stages;
using Kiln.Linting.Toolchains;

namespace Kiln.Advising;

/// <summary>What findings would save: compilers, bases, files that are there twice or for nobody. Only layers that go as a whole are measured.</summary>
sealed class FindingSavings(LintSubject subject, LintReport report, KnownWeights weights, IReadOnlyList<BaseCandidate> candidates)
{
    // What 'apt-get update' leaves on Debian 13 and Ubuntu 24.04 is between 20 and 50 MB.
    const long AptLists = 20_000_000;

    readonly StageBase? _root = StageBase.OfFinal(subject);

    public IEnumerable<Saving> All() => report.Findings.Where(x => x.Rule != "KLN2004" || !report.Findings.Any(RemovesLists)).Select(x => Of(x)).OfType<Saving>();

    // Lists that a later RUN removes are told of there.
    bool RemovesLists(LintFinding finding) => finding.Rule == "KLN9006" && report.Source.TextAt(finding.Span).Contains("/var/lib/apt/lists", StringComparison.Ordinal);

    Saving? Of(LintFinding finding)
    {
        var text = report.Source.TextAt(finding.Span);
        return finding.Rule switch
        {
            "KLN9001" => OfBase(finding, _root is { IsImage: true } root ? KnownBases.Find(root.Name)?.RunsOn : null),
            "KLN9002" => Of(finding, weights.LayerOf(text)),
            "KLN9005" => OfBase(finding, _root is { IsImage: true } root ? KnownBases.LighterThan(root.Name) : null),
            "KLN9006" => Of(finding, RemovesLists(finding) ? AptLists : null),
            // A second copy of files is a layer of its own.
            "KLN9007" => Of(finding, weights.LayerOf(text)) with { IsMeasured = true },
            "KLN9008" => Ships(finding) ? Of(finding, subject.Context is { } context ? NeedlessFiles.In(context).Sum(x => x.Size) : null) : null,
            "KLN9009" => OfBase(finding, new SmallerBase(candidates[0].Image, candidates[0].Megabytes)),
            "KLN2004" => Of(finding, AptLists),
            "KLN2003" or "KLN9010" => Of(finding, bytes: null),
            _ => null,
        };
    }

    Saving OfBase(LintFinding finding, SmallerBase? other) => Of(finding, other is null ? null : weights.SavedOn(other.Megabytes)) with { IsAboutBase = true };

    Saving Of(LintFinding finding, long? bytes) =>
        new($"{finding.Rule}, line {report.Source.PositionOf(finding.Span.Start).Line}: {finding.Message} {finding.Remedy}", bytes > 0 ? bytes : null, IsMeasured: false);

    // What is copied into a stage that only builds makes no image larger.
    bool Ships(LintFinding finding) => subject.Final is { } final && subject.LineageOf(final)
        .SelectMany(x => x.Instructions).Any(x => finding.Span.Start >= x.Span.Start && finding.Span.Start < x.Span.End);
}
