using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>What yarn keeps for its next install, no container ever installs.</summary>
sealed class YarnCacheLeft() : LintRule(
    "KLN2051", Severity.Information, "Empty yarn's cache in the RUN that fills it.", "DL3060")
{
    // No fix: since its version 2, yarn may run a program from its cache.
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from left in LeftCache.In(subject, PackageManager.Yarn, "install", "add")
        where !left.Command.Command.HasFlag("immutable", "immutable-cache", "cache-folder", "check-cache")
        select Found(left.Span, left.Message, left.Remedy);
}
