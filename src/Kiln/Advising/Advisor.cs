using Kiln.Linting;
using Kiln.Receipts;

namespace Kiln.Advising;

/// <summary>Puts together what a Dockerfile, its findings and the last build say about an image's size. Reads and writes nothing.</summary>
static class Advisor
{
    public static ImageAdvice Of(string name, LintSubject subject, LintReport report, Receipt? receipt)
    {
        var built = receipt?.Platforms.FirstOrDefault();
        var needs = ProgramKinds.Of(subject);
        var candidates = BaseCandidates.For(needs);
        var weights = new KnownWeights(subject, built);
        var ofFindings = new FindingSavings(subject, report, weights, candidates).All().ToArray();
        // One can take another base only once, and a finding says best which.
        var savings = ofFindings.Any(x => x.IsAboutBase) ? ofFindings : ofFindings.Concat(BaseSavings.Of(needs, weights, candidates));
        var graph = StageGraph.Of(subject);
        return new ImageAdvice(name, graph, built, [.. savings.OrderByDescending(x => x.Bytes ?? -1)], needs.Kind, candidates)
        {
            Weights = StageWeights.Of(subject, graph, receipt),
        };
    }
}
