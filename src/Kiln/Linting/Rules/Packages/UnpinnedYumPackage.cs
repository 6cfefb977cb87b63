using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedYumPackage() : LintRule(
    "KLN2022", Severity.Warning, "Say which version yum installs.", "DL3033")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from unpinned in RpmPackages.Unpinned(subject, PackageManager.Yum)
        select Found(unpinned.Span, unpinned.Message, RpmPackages.Remedy(unpinned));
}
