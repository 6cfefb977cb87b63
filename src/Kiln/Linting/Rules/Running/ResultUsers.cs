using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Running;

/// <summary>The users that containers run as: of each stage that is built for its own sake, what the last USER says.</summary>
static class ResultUsers
{
    /// <summary>Each once, also when several stages are built on the one that says it.</summary>
    public static IEnumerable<(Word Word, string Name)> Of(LintSubject subject) =>
        ResultStages.Of(subject).Select(x => LastOf(subject, x)).OfType<Word>().Distinct()
            .Select(x => (x, x.Text.Trim('"', '\'').Split(':')[0]));

    static Word? LastOf(LintSubject subject, LintSection section) => subject.LineageOf(section)
        .Select(x => x.Instructions.OfType<UserInstruction>().LastOrDefault()).OfType<UserInstruction>().FirstOrDefault()?.User;
}
