using Kiln.Primitives;

namespace Kiln.Linting.Shell;

/// <summary>A program and its arguments, as one command of a shell script.</summary>
public sealed class ShellCommand
{
    internal ShellCommand(ShellWord name, IReadOnlyList<ShellWord> arguments, string connector) =>
        (NameWord, Arguments, Connector) = (name, arguments, connector);

    /// <summary>The program, without its folder: <c>apt-get</c> for <c>/usr/bin/apt-get</c>.</summary>
    public string Name => NameWord.Text[(NameWord.Text.LastIndexOf('/') + 1)..];

    /// <summary>The program as written, and where it stands.</summary>
    public ShellWord NameWord { get; }

    /// <summary>What follows the program, without redirections.</summary>
    public IReadOnlyList<ShellWord> Arguments { get; }

    /// <summary>What stands before the command: <c>&amp;&amp;</c>, <c>|</c>, <c>;</c>, a line end; empty at the beginning.</summary>
    public string Connector { get; }

    /// <summary>From the program to its last argument.</summary>
    public SourceSpan Span => SourceSpan.FromBounds(
        NameWord.Span.Start, Arguments.Count > 0 ? Math.Max(Arguments[^1].Span.End, NameWord.Span.End) : NameWord.Span.End);

    /// <summary>The arguments that are no flags; the value of a flag is one of them when it is a word of its own.</summary>
    public IEnumerable<ShellWord> Operands => Arguments.Where(x => !x.IsFlag);

    /// <summary>Whether one of these flags is given: a letter for a short flag, the name without dashes for a long one.</summary>
    public bool HasFlag(params ReadOnlySpan<string> names)
    {
        foreach (var argument in Arguments)
            foreach (var flag in argument.FlagNames())
                if (names.Contains(flag))
                    return true;
        return false;
    }

    /// <summary>How often a flag is given.</summary>
    public int CountFlag(string name) => Arguments.SelectMany(x => x.FlagNames()).Count(x => x == name);

    /// <summary>Whether one of the arguments is one of these words.</summary>
    public bool HasArgument(params ReadOnlySpan<string> words)
    {
        foreach (var argument in Arguments)
            if (words.Contains(argument.Text))
                return true;
        return false;
    }

    /// <summary>Whether it is this program, with one of these words among its arguments; with any when none is given.</summary>
    public bool Is(string name, params ReadOnlySpan<string> words) =>
        Name == name && (words.IsEmpty || HasArgument(words));

    /// <summary>The values that flags have: <c>--name=value</c>, <c>-nvalue</c>, or the next word.</summary>
    public IEnumerable<ShellWord> ValuesOf(params string[] flags)
    {
        for (var i = 0; i < Arguments.Count; i++)
            if (Arguments[i].ValueBehind(flags) is { Length: > 0 } value)
                yield return Arguments[i] with { Text = value };
            else if (TakesNext(i, flags))
                yield return Arguments[++i];
    }

    /// <summary>The same command without the words that are values of these flags.</summary>
    public ShellCommand WithoutValuesOf(params string[] flags)
    {
        var left = new List<ShellWord>();
        for (var i = 0; i < Arguments.Count; i++)
        {
            left.Add(Arguments[i]);
            if (TakesNext(i, flags))
                i++;
        }

        return new ShellCommand(NameWord, left, Connector);
    }

    bool TakesNext(int index, string[] flags) => Arguments[index].ValueBehind(flags) is "" && index + 1 < Arguments.Count;

    /// <summary>Program and arguments, with blanks in between.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(NameWord).Select(x => x.Text));
}
