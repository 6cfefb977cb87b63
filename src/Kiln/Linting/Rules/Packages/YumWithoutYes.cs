using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A build has nobody who answers a question, so yum gives up.</summary>
sealed class YumWithoutYes() : LintRule(
    "KLN2020", Severity.Warning, "Answer the question of yum with -y.", "DL3030")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from question in OpenQuestion.In(
            PackageManager.Yum.CommandsIn(subject.Runs, "install", "groupinstall", "localinstall"), "y", "assumeyes", "assumeno")
        let command = question.Command
        where !Settings.Mention(subject, "assumeyes=")
        select Found(
            question.Span, question.Message, $"Write {command.With("-y")}.",
            RunEdits.Add(subject, command.Run, command.Word, "-y"));
}
