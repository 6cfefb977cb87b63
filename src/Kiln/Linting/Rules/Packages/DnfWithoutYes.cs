using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A build has nobody who answers a question, so dnf gives up.</summary>
sealed class DnfWithoutYes() : LintRule(
    "KLN2023", Severity.Warning, "Answer the question of dnf with -y.", "DL3038")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from question in OpenQuestion.In(
            PackageManager.AnyDnf.CommandsIn(subject.Runs, "install", "in", "groupinstall", "localinstall"),
            "y", "assumeyes", "assumeno")
        let command = question.Command
        where !Settings.Mention(subject, "assumeyes=")
        select Found(
            question.Span, question.Message, $"Write {command.With("-y")}.",
            RunEdits.Add(subject, command.Run, command.Word, "-y"));
}
