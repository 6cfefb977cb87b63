using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The base image is what FROM names; upgrading all of it stores most of it a second time.</summary>
sealed class AptDistUpgrade() : LintRule(
    "KLN2006", Severity.Warning, "Take a newer base image instead of upgrading all of an old one.", "DS-0024")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from command in PackageManager.AnyApt.CommandsIn(subject.Runs, "dist-upgrade", "full-upgrade")
        let image = command.Run.Section.Stage?.From.Image?.Text
        select Found(
            command.Head,
            $"'{command.Name}' replaces, and may remove, any package of {(image is null ? "the base image" : $"'{image}'")}, "
            + "so that the result depends on the day of the build.",
            "Build on a newer base image; a fix that cannot wait is one package: apt-get install -y --only-upgrade openssl.");
}
