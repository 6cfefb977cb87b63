using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedAptPackage() : LintRule(
    "KLN2001", Severity.Warning, "Say which version apt-get installs.", "DL3008")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from command in subject.Commands
        where command.Is("apt-get", "install")
        let unpinned = Packages(command).Where(x => !IsPinned(x.Text)).ToArray()
        where unpinned.Length > 0
        select Found(
            unpinned[0].Span,
            $"{Lists.And(unpinned)} {(unpinned.Length == 1 ? "is" : "are")} installed in whatever version the day of the build brings.",
            $"Write the version, for instance {unpinned[0].Text}=1.2.*, or build against a snapshot of the archive.");

    static IEnumerable<ShellWord> Packages(ShellCommand command) =>
        command.WithoutValuesOf("t", "target-release", "o", "c").Operands.Where(x => x.Text != "install");

    // A file, a release of the archive, a version; a variable may hold all of that.
    static bool IsPinned(string package) =>
        package.Contains('=') || package.Contains('/') || package.EndsWith(".deb", StringComparison.Ordinal);
}
