using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedApkPackage() : LintRule(
    "KLN2010", Severity.Warning, "Say which version apk installs.", "DL3018")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from unpinned in UnpinnedPackages.In(PackageManager.Apk.CommandsIn(subject.Runs, "add"), IsPinned)
        select Found(
            unpinned.Span, unpinned.Message,
            $"Write the version, for instance {unpinned.First}=1.2.3-r0, or {unpinned.First}~1.2 for any release of 1.2.");

    // A version, a file, or what must not be installed.
    static bool IsPinned(string package) =>
        package.AsSpan().ContainsAny("=~<>") || package.EndsWith(".apk", StringComparison.Ordinal) || package.StartsWith('!');
}
