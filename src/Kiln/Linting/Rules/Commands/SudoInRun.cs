using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>A RUN has the rights of its USER already; one more way to get rights stays in the image for everybody.</summary>
sealed class SudoInRun() : LintRule("KLN3003", Severity.Warning, "Do without sudo.", "DL3004", "DS-0010")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        let command = run.Commands.FirstOrDefault(x => x.Name == "sudo" && x.Arguments.Count > 0)
        where command is not null
        let user = command.ValuesOf("u", "user").FirstOrDefault()
        select Found(
            command.NameWord.Span,
            "'sudo' goes around what USER says, and stays in the image as a way to all rights.",
            user is null
                ? "Leave 'sudo' out; where the user has no rights, write USER root before the RUN, and the user again behind it."
                : $"Write USER {user} before the RUN; a program that starts a container can use 'gosu' or 'setpriv'.");
}
