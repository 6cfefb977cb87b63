using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>Packages that nobody asked for make an image larger, and are one more thing to keep safe.</summary>
sealed class AptGetWithRecommends() : LintRule(
    "KLN2003", Severity.Information, "Install with --no-install-recommends.", "DL3015", "DS-0029")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from command in PackageManager.Apt.CommandsIn(subject.Runs, "install")
        where !command.Command.HasFlag("no-install-recommends", "install-recommends")
            && !Settings.Mention(subject, "APT::Install-Recommends")
        select Found(
            command.Head,
            $"'{command.Name}' also installs what the packages only recommend, and the image carries it along.",
            $"Write {command.With("--no-install-recommends")}, and name what is needed of the rest.");
}
