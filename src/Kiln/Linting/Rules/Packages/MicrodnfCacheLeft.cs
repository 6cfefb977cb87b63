using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>An image that is minimal for its size should not carry the index of all packages.</summary>
sealed class MicrodnfCacheLeft() : LintRule(
    "KLN2026", Severity.Information, "Empty microdnf's cache in the RUN that fills it.", "DL3040", "DS-0027")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from left in LeftCache.In(subject, PackageManager.Microdnf, DnfCacheLeft.Filling)
        select Found(left.Span, left.Message, left.Remedy, left.Fix);
}
