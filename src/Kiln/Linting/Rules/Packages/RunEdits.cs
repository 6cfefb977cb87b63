using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>Edits of what a RUN runs; null where the text is too involved for an edit that is certainly right.</summary>
static class RunEdits
{
    /// <summary>Puts a word behind another one of a command.</summary>
    public static LintFix? Add(LintSubject subject, LintRun run, ShellWord after, string word) =>
        IsBare(subject, after) ? LintFix.Insert(after.Span.End, $" {word}")
        : IsItem(subject, run, after) ? LintFix.Insert(after.Span.End, $", \"{word}\"")
        : null;

    /// <summary>Puts another program in the place of one.</summary>
    public static LintFix? Rename(LintSubject subject, LintRun run, ShellWord program, string name) =>
        IsBare(subject, program) ? LintFix.Replace(program.Span, name)
        : IsItem(subject, run, program) ? LintFix.Replace(program.Span, $"\"{name}\"")
        : null;

    /// <summary>
    /// Runs another command at the end, if all before went well: possible for a chain of <c>&amp;&amp;</c> and nothing else.
    /// </summary>
    public static LintFix? Append(LintSubject subject, PackageCommand command, string added)
    {
        var run = command.Run;
        var last = run.Commands[^1];
        if (run.Run is { IsShellForm: false } or { Heredocs.Count: > 0 } || run.Script.HasPipes
            || run.Commands.Any(x => x.Connector is not ("" or "&&"))
            || last.Span.End != run.Run.Arguments.Span.End || !IsRun(run, added))
            return null;

        if (run.Commands.Any(x => x.Name == "sudo" && x.Arguments.Contains(command.Command.NameWord)))
            added = $"sudo {added}";
        return LintFix.Insert(last.Span.End, JoinedAs(run, last, subject.Dockerfile.Escape) + added);
    }

    // As the line of the last command is joined to the one before it.
    static string JoinedAs(LintRun run, ShellCommand last, char escape)
    {
        var text = run.Run.Text;
        var at = last.NameWord.Span.Start - run.Run.Span.Start;
        var lineEnd = text.LastIndexOf('\n', at);
        var before = text[(lineEnd + 1)..at];
        var indent = before[..^before.TrimStart().Length];
        return before.Trim() switch
        {
            "&&" => $" {escape}\n{indent}&& ",
            "" when lineEnd > 0 && text[..lineEnd].TrimEnd(escape, ' ', '\t', '\r').EndsWith("&&", StringComparison.Ordinal) =>
                $" && {escape}\n{indent}",
            _ => text.Trim().Contains('\n') ? $" {escape}\n    && " : " && ",
        };
    }

    // Behind a quote or a brace that nothing closes, it would be a part of the last word.
    static bool IsRun(LintRun run, string added) =>
        ShellScript.Parse($"{run.Run.Arguments.Text} && {added}", (start, length) => new SourceSpan(start, length)).Commands
            is [.., { Connector: "&&" } last]
        && last.ToString() == added && last.NameWord.Span.Start > run.Run.Arguments.Text.Length;

    // The words of a script within a JSON string have no places of their own.
    static bool IsBare(LintSubject subject, ShellWord word) => subject.Dockerfile.Source.TextAt(word.Span) == word.Text;

    static bool IsItem(LintSubject subject, LintRun run, ShellWord word) =>
        !run.Run.IsShellForm && subject.Dockerfile.Source.TextAt(word.Span) == $"\"{word.Text}\"";
}
