namespace Kiln.Linting.Shell;

/// <summary>The flags of a program whose value is the next word, which so is not taken for what the program is to do: <c>mvn -f api/pom.xml package</c>.</summary>
/// <param name="HasOneDash">A flag of several letters begins with one dash, too: <c>-ldflags</c>.</param>
/// <param name="Flags">A letter, or a name without dashes.</param>
sealed partial record FlagValues(bool HasOneDash, params string[] Flags)
{
    /// <summary>For a program that has none.</summary>
    public static FlagValues None { get; } = new(HasOneDash: false);

    /// <summary>The words that are neither flags nor their values. What follows -- belongs to somebody else, as options for the compiler of a gem.</summary>
    public IEnumerable<ShellWord> Operands(IEnumerable<ShellWord> arguments)
    {
        var isValue = false;
        foreach (var word in arguments.TakeWhile(x => x.Text != "--"))
        {
            if (!isValue && !word.IsFlag)
                yield return word;
            isValue = !isValue && word.IsFlag && TakesNext(word.Text);
        }
    }

    // Of several letters, the first that takes a value takes the rest of its word: -rlist.txt, but -yr list.txt.
    bool TakesNext(string flag) =>
        !flag.Contains('=') && (HasOneDash || flag.StartsWith("--", StringComparison.Ordinal)
            ? Flags.Contains(flag.TrimStart('-'))
            : flag.Skip(1).TakeWhile(x => !Flags.Contains(x.ToString())).Count() == flag.Length - 2);
}
