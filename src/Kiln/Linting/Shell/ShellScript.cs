using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Shell;

/// <summary>
/// The commands of a RUN, understood as a POSIX shell would, as far as that goes without running it. Any text gives a
/// script; what is not understood has no commands.
/// </summary>
public sealed class ShellScript
{
    ShellScript(IReadOnlyList<ShellCommand> commands, bool hasPipes) => (Commands, HasPipes) = (commands, hasPipes);

    /// <summary>
    /// In the order of the text, also those of loops, conditions, subshells and substitutions, and those that are run
    /// through another program, as by <c>sudo</c> or <c>env</c>.
    /// </summary>
    public IReadOnlyList<ShellCommand> Commands { get; }

    /// <summary>The output of a command goes into another.</summary>
    public bool HasPipes { get; }

    /// <summary>The script of a RUN: its line, its JSON list, or the heredoc that is all it has.</summary>
    public static ShellScript Of(RunInstruction run)
    {
        if (run.JsonItems is { } items)
            return OfWords(items);
        if (run.Heredocs is [var heredoc] && IsAlone(run, heredoc))
            return IsForShell(heredoc.Content)
                ? Parse(heredoc.Content, (start, length) => new SourceSpan(heredoc.ContentSpan.Start + start, length))
                : new ShellScript([], false);
        return Parse(run.Arguments.Text, run.Arguments.SpanOf);
    }

    /// <summary>Parses any text; the span of a part of it is asked for.</summary>
    internal static ShellScript Parse(string text, Func<int, int, SourceSpan> spanOf)
    {
        var parser = new ShellParser(text, spanOf);
        parser.Parse();
        return new ShellScript(parser.Commands, parser.HasPipes);
    }

    // ["sh", "-c", "…"] holds a script, where it is written without escapes; anything else is one command.
    static ShellScript OfWords(IReadOnlyList<Word> items)
    {
        if (items is [{ Text: var shell }, { Text: "-c" or "-ec" or "-exc" }, var script, ..] && ShellNames.IsPosix(shell))
            return Parse(script.Text, (_, _) => script.Span);
        if (items.Count == 0)
            return new ShellScript([], false);
        var words = items.Select(x => new ShellWord(x.Text, x.Span)).ToArray();
        return new ShellScript([.. Wrappers.Unwrap(new ShellCommand(words[0], words[1..], ""))], false);
    }

    /// <summary>The heredoc is all that a RUN has; then its lines are the script, and not what a command of it reads.</summary>
    internal static bool IsAlone(RunInstruction run, Heredoc heredoc) =>
        run.Arguments.Span.Start == heredoc.Span.Start && run.Arguments.Span.End == heredoc.Span.End;

    static bool IsForShell(string content) =>
        !content.StartsWith("#!", StringComparison.Ordinal)
        || ShellNames.IsPosix(content.Split('\n')[0].Trim().Split(' ', '\t')[^1]);
}
