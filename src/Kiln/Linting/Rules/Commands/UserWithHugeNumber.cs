using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>The logs of logins have a place for each number up to that of the user, and a layer stores the empty ones.</summary>
sealed class UserWithHugeNumber() : LintRule(
    "KLN3004", Severity.Warning, "Give users of huge numbers no place in the log of logins.", "DL3046")
{
    const int LongestHarmless = 5;

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        from command in run.Commands
        where command.Name == "useradd" && !command.HasFlag("l", "no-log-init")
        let number = command.ValuesOf("u", "uid").FirstOrDefault(x => IsHuge(x.Text))
        where number is not null
        select Found(
            number.Span,
            $"'useradd' makes the logs of logins as long as number {number.Text} needs, and the layer stores every empty place.",
            $"Write useradd -l, which leaves these logs alone, or take a number below 1{new string('0', LongestHarmless)}.",
            run.Run.IsShellForm ? LintFix.Insert(command.NameWord.Span.End, " -l") : null);

    static bool IsHuge(string number) => number.TrimStart('0').Length > LongestHarmless && number.All(char.IsAsciiDigit);
}
