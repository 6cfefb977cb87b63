using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedNpmPackage() : LintRule(
    "KLN2050", Severity.Warning, "Say which version npm installs.", "DL3016")
{
    static readonly string[] Paths = ["/", ".", "~", "file:", "http:", "https:"];
    static readonly string[] Archives = [".tar", ".tar.gz", ".tgz"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from unpinned in UnpinnedPackages.In(PackageManager.Npm.CommandsIn(subject.Runs, "install", "i", "add"), IsPinned)
        select Found(
            unpinned.Span, unpinned.Message,
            IsRepository(unpinned.First)
                ? $"Write a tag or a commit behind it, for instance {unpinned.First}#v1.2.3."
                : $"Write the version, for instance {unpinned.First}@1.2.3.");

    static bool IsPinned(string package) =>
        package is "true" or "false" // The value of a flag that needs none: --unsafe-perm true.
        || Paths.Any(x => package.StartsWith(x, StringComparison.Ordinal))
        || Archives.Any(x => package.EndsWith(x, StringComparison.Ordinal))
        || (IsRepository(package) ? package.Contains('#') : package.LastIndexOf('@') > 0);

    // git://…, git+ssh://…, and owner/name for one on GitHub.
    static bool IsRepository(string package) =>
        package.StartsWith("git", StringComparison.Ordinal) && package.Contains("://", StringComparison.Ordinal)
        || (package.Contains('/') && !package.StartsWith('@'));
}
