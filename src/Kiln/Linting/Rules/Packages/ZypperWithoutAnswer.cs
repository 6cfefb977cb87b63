using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A build has nobody who answers a question, so zypper gives up.</summary>
sealed class ZypperWithoutAnswer() : LintRule(
    "KLN2030", Severity.Warning, "Tell zypper that nobody is there to answer.", "DL3034")
{
    static readonly string[] Asking = ["install", "in", "remove", "rm", "source-install", "si", "patch"];

    // The flag stands before the word, where it holds for all of them: source-install has no -y.
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from question in OpenQuestion.In(
            PackageManager.Zypper.CommandsIn(subject.Runs, Asking),
            "non-interactive", "non-interactive-include-reboot-patches", "n", "no-confirm", "y", "dry-run")
        let command = question.Command
        select Found(
            question.Span, question.Message, $"Write {command.WithFirst("--non-interactive")}.",
            RunEdits.Add(subject, command.Run, command.Command.NameWord, "--non-interactive"));
}
