using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The index of all packages is large, of no use to a container, and out of date soon after.</summary>
sealed class ZypperCacheLeft() : LintRule(
    "KLN2032", Severity.Information, "Empty zypper's cache in the RUN that fills it.", "DL3036", "DS-0020")
{
    static readonly string[] Filling =
        ["install", "in", "source-install", "si", "patch", "update", "up", "dist-upgrade", "dup"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from left in LeftCache.In(subject, PackageManager.Zypper, Filling)
        select Found(left.Span, left.Message, left.Remedy, left.Fix);
}
