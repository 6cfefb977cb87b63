using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A build has nobody who answers a question, so apt-get gives up.</summary>
sealed class AptGetWithoutYes() : LintRule(
    "KLN2002", Severity.Warning, "Answer the question of apt-get with -y.", "DL3014", "DS-0021")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from question in OpenQuestion.In(
            PackageManager.Apt.CommandsIn(subject.Runs, "install"),
            "y", "yes", "assume-yes", "s", "simulate", "dry-run", "print-uris")
        let command = question.Command
        where !IsQuiet(command) && !Settings.Mention(subject, "Assume-Yes")
        select Found(
            question.Span, question.Message, $"Write {command.With("-y")}.",
            RunEdits.Add(subject, command.Run, command.Word, "-y"));

    // Twice quiet means yes, too.
    static bool IsQuiet(PackageCommand command) =>
        command.Command.CountFlag("q") > 1 || command.Command.CountFlag("quiet") > 1
        || command.Command.HasArgument("-q=2", "--quiet=2");
}
