using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The index of all packages is large, of no use to a container, and out of date soon after.</summary>
sealed class YumCacheLeft() : LintRule(
    "KLN2021", Severity.Information, "Empty yum's cache in the RUN that fills it.", "DL3032", "DS-0015")
{
    static readonly string[] Filling = ["install", "groupinstall", "localinstall", "reinstall", "update", "upgrade"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from left in LeftCache.In(subject, PackageManager.Yum, Filling)
        select Found(left.Span, left.Message, left.Remedy, left.Fix);
}
