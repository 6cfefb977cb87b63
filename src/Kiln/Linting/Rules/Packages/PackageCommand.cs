using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A command of a package manager, taken apart.</summary>
/// <param name="Run">Where it stands.</param>
/// <param name="Command">All of it.</param>
/// <param name="Word">What it does: <c>install</c>.</param>
/// <param name="Operands">What it does that to, without flags and their values.</param>
sealed record PackageCommand(LintRun Run, ShellCommand Command, ShellWord Word, IReadOnlyList<ShellWord> Operands)
{
    const int Most = 6;

    /// <summary>The program and what it does: <c>dnf module install</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The first of the words before <see cref="Word"/>: <c>module</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>From the program to what it does.</summary>
    public SourceSpan Head => SourceSpan.FromBounds(
        Math.Min(Command.NameWord.Span.Start, Word.Span.Start), Math.Max(Command.NameWord.Span.End, Word.Span.End));

    /// <summary>The commands behind it, in the same RUN.</summary>
    public IEnumerable<ShellCommand> Following => Run.Commands.SkipWhile(x => x != Command).Skip(1);

    /// <summary>It gets its input from another command.</summary>
    public bool IsPiped => Command.Connector is "|" or "|&";

    /// <summary>The command as a remedy shows it, shortened.</summary>
    public string Excerpt => Show(Command.Arguments, []);

    /// <summary>The same with a flag behind what it does.</summary>
    public string With(string flag) => Show(
        [.. Command.Arguments.TakeWhile(x => x != Word), Word, new ShellWord(flag, Word.Span)],
        Command.Arguments.SkipWhile(x => x != Word).Skip(1));

    /// <summary>The same with a flag before everything else.</summary>
    public string WithFirst(string flag) => Show([new ShellWord(flag, Word.Span)], Command.Arguments);

    string Show(IReadOnlyCollection<ShellWord> needed, IEnumerable<ShellWord> rest)
    {
        var words = needed.Concat(rest).Select(x => x.Text).ToArray();
        var shown = string.Join(' ', words.Take(Math.Max(Most, needed.Count + Most / 2)).Prepend(Command.Name));
        return shown.Length < string.Join(' ', words.Prepend(Command.Name)).Length ? $"{shown} …" : shown;
    }
}
