using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedDnfPackage() : LintRule(
    "KLN2025", Severity.Warning, "Say which version dnf installs.", "DL3041")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from unpinned in RpmPackages.Unpinned(subject, PackageManager.AnyDnf)
        select Found(unpinned.Span, unpinned.Message, RpmPackages.Remedy(unpinned));
}
