using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedZypperPackage() : LintRule(
    "KLN2033", Severity.Warning, "Say which version zypper installs.", "DL3037")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from unpinned in UnpinnedPackages.In(
            PackageManager.Zypper.CommandsIn(subject.Runs, "install", "in").Where(IsOfPackages), IsPinned)
        select Found(unpinned.Span, unpinned.Message, $"Write the version, for instance {unpinned.First}=1.2.3.");

    // Patterns and products are lists of packages, and have no version to choose.
    static bool IsOfPackages(PackageCommand command) => command.Command.ValuesOf("t", "type").All(x => x.Text == "package");

    static bool IsPinned(string package) =>
        package.AsSpan().ContainsAny("=<>") || package.EndsWith(".rpm", StringComparison.Ordinal)
        || package.AsSpan().ContainsAny(":!~") || package.StartsWith('-');
}
