using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedGem() : LintRule(
    "KLN2060", Severity.Warning, "Say which version gem installs.", "DL3028")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from unpinned in UnpinnedPackages.In(
            PackageManager.Gem.CommandsIn(subject.Runs, "install", "i").Where(x => !HasVersion(x)), IsPinned)
        select Found(
            unpinned.Span, unpinned.Message,
            $"Write the version, for instance {unpinned.First}:1.2.3.");

    // One for all gems, or a Gemfile.
    static bool HasVersion(PackageCommand command) => command.Command.HasFlag("v", "version", "g", "file");

    static bool IsPinned(string gem) =>
        gem is "true" or "false" // The value of a flag that is for the compiler: --use-system-libraries true.
        || gem.Contains(':') || gem.EndsWith(".gem", StringComparison.Ordinal);
}
