using System.Text.RegularExpressions;
using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Style;

namespace Kiln.Linting.Scripts;

/// <summary>The variables that a script finds set, so that nobody is told that it does not set them itself.</summary>
static partial class KnownVariables
{
    // A shell has a meaning of its own for them, and ShellCheck knows it.
    static readonly string[] OfShell = ["IFS", "PATH"];

    /// <summary>What each RUN sees, in the order of the alphabet.</summary>
    public static Dictionary<RunInstruction, string[]> Of(LintSubject subject)
    {
        var visible = VariableUse.Of(subject).GroupBy(x => x.Instruction).ToDictionary(x => x.Key, x => (IEnumerable<string>)x.First().Visible);
        return subject.Runs.ToDictionary(x => x.Run, x => Sorted(
            [.. PlatformArguments.Predefined, .. visible.GetValueOrDefault(x.Run) ?? OfTrigger(subject, x), .. SecretsOf(x.Run)]));
    }

    // ONBUILD runs in another build, which knows what the image keeps: what ENV sets, and what ONBUILD itself has set by then.
    static IEnumerable<string> OfTrigger(LintSubject subject, LintRun run) =>
        from section in subject.LineageOf(run.Section)
        from instruction in section.Instructions
        where section != run.Section || instruction.Span.Start < run.Run.Span.Start
        let kept = instruction is OnbuildInstruction trigger ? trigger.Inner : instruction as EnvInstruction
        where kept is not null
        from name in VariableUse.NamesOf(kept)
        select name;

    static IEnumerable<string> SecretsOf(RunInstruction run) =>
        run.Mounts.Where(x => x.Type == "secret").Select(x => x.Env?.Text).OfType<string>();

    static string[] Sorted(IEnumerable<string> names) =>
        [.. names.Distinct().Where(x => Name().IsMatch(x) && !OfShell.Contains(x)).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
