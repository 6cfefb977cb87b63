using System.Text.RegularExpressions;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>The shell in between gets the signals that are meant for the program, and may not pass them on.</summary>
sealed partial class ShellFormCommand() : LintRule(
    "KLN5011", Severity.Warning, "Write commands as JSON lists.", "DL3025", "JSONArgsRecommended")
{
    // Who names a shell wants one.
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        where !subject.LineageOf(section).Skip(1).SelectMany(x => x.Instructions).OfType<ShellInstruction>().Any()
        from instruction in section.WithTriggers.TakeWhile(x => x is not ShellInstruction)
        where CommandOf(instruction) is { IsEmpty: false }
        let command = CommandOf(instruction)
        let words = PlainCommand.WordsOf(command.Text)
        where words is not null || !(instruction is HealthcheckInstruction || StepsAside().IsMatch(command.Text))
        let list = words is null ? null : $"[{string.Join(", ", words.Select(x => $"\"{x}\""))}]"
        select Found(
            command.Span,
            instruction is HealthcheckInstruction
                ? "A shell is started for each check, which does not need one and fails where there is none."
                : $"A shell runs this {instruction.Keyword} and may keep SIGTERM from it; it is killed then, not stopped.",
            Remedy(instruction, command.Text, list),
            list is not null && IsSafe(subject, section, instruction, words!) ? LintFix.Replace(command.Span, list) : null);

    static LogicalText? CommandOf(Instruction instruction) => instruction switch
    {
        CmdInstruction { IsShellForm: true } or EntrypointInstruction { IsShellForm: true } => instruction.Arguments,
        HealthcheckInstruction { IsShellForm: true, IsNone: false } check => check.Command,
        _ => null,
    };

    static string Remedy(Instruction instruction, string command, string? list) =>
        list is not null ? $"Write {instruction.Keyword}{(instruction is HealthcheckInstruction ? " CMD" : "")} {list}."
        : command.StartsWith('[')
            ? "It begins as a JSON list and is none: put each word in double quotes, and commas in between."
            : "Write exec before the program that is to stay, or put the script in a file and name that in a JSON list.";

    // A list changes what the other of ENTRYPOINT and CMD does; Windows finds its scripts by a shell alone, and so does
    // Linux those that do not say what runs them.
    static bool IsSafe(LintSubject subject, LintSection section, Instruction instruction, IReadOnlyList<string> words)
    {
        var lineage = subject.LineageOf(section).ToArray();
        var others = lineage.SelectMany(x => x.Instructions);
        return instruction.InnerComments.Count == 0 && subject.Dockerfile.Escape == '\\'
            && !words[0].EndsWith(".sh", StringComparison.Ordinal)
            && !lineage.Any(x => x.Stage?.From is { } start && Windows().IsMatch($"{start.Platform?.Value} {start.Image?.Text}"))
            && instruction switch
            {
                CmdInstruction => !others.OfType<EntrypointInstruction>().Any(),
                EntrypointInstruction => !others.OfType<CmdInstruction>().Any(),
                _ => true,
            };
    }

    [GeneratedRegex(@"(?:^|&&|;)\s*exec\s")]
    private static partial Regex StepsAside();

    [GeneratedRegex("windows|nanoserver|servercore", RegexOptions.IgnoreCase)]
    private static partial Regex Windows();
}
