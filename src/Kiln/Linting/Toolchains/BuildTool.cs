using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Toolchains;

/// <summary>How a program that fetches dependencies or compiles is told what to do.</summary>
/// <param name="Names">Of the program, without folders.</param>
sealed record BuildTool(params ValueList<string> Names)
{
    /// <summary>Flags whose value is the next word.</summary>
    public FlagValues Values { get; init; } = FlagValues.None;

    /// <summary>
    /// Its words are goals, any number of them in any order, each perhaps behind the path of a project: <c>mvn clean package</c>, <c>gradle :api:bootJar</c>.
    /// Otherwise the first words say what to do: <c>go mod download</c>.
    /// </summary>
    public bool HasGoals { get; init; }

    /// <summary>With one of these words it asks nobody for anything.</summary>
    public ValueList<string> Offline { get; init; } = [];

    /// <summary>What it is told, without flags and their values; null for another program.</summary>
    public ShellWord[]? WordsOf(ShellCommand command) => Names.Contains(command.Name) && !command.HasArgument("--version", "-version", "--help")
        // Rust's programs take the name of a toolchain first: cargo +nightly build.
        ? [.. Values.Operands(command.Arguments).SkipWhile(x => x.Text.StartsWith('+'))]
        : null;

    /// <summary>
    /// How many words it takes to say one of these phrases; null where none is said. <c>*</c> is any word, and an empty phrase is no word at all. A script
    /// of a longer name is another kind of the same: <c>run build:prod</c> for <c>run build</c>.
    /// </summary>
    public int? Said(ShellCommand command, IEnumerable<string> phrases)
    {
        if (WordsOf(command) is not { } words)
            return null;
        foreach (var phrase in phrases)
            if (HasGoals ? words.Any(x => IsGoal(x.Text, phrase)) : IsStart(words, phrase) && !(phrase.Length == 0 && command.HasArgument("-v", "-h")))
                return HasGoals ? words.Length : Parts(phrase).Length;
        return null;
    }

    static bool IsGoal(string word, string phrase) => word == phrase || word.EndsWith($":{phrase}", StringComparison.Ordinal);

    static bool IsStart(ShellWord[] words, string phrase)
    {
        var parts = Parts(phrase);
        return parts.Length == 0
            ? words.Length == 0
            : words.Length >= parts.Length && parts.Zip(words).All(x => x.First is "*" || x.Second.Text == x.First || x.Second.Text.StartsWith($"{x.First}:", StringComparison.Ordinal));
    }

    static string[] Parts(string phrase) => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
