using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The index of all packages is large, of no use to a container, and out of date soon after.</summary>
sealed class DnfCacheLeft() : LintRule(
    "KLN2024", Severity.Information, "Empty dnf's cache in the RUN that fills it.", "DL3040", "DS-0019")
{
    /// <summary>Also of microdnf.</summary>
    internal static readonly string[] Filling =
    [
        "install", "in", "install-n", "install-na", "install-nevra", "groupinstall", "localinstall", "reinstall", "rei", "update",
        "upgrade", "up", "upgrade-minimal", "up-min", "distro-sync",
    ];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from left in LeftCache.In(subject, PackageManager.Dnf, Filling)
        select Found(left.Span, left.Message, left.Remedy, left.Fix);
}
