namespace Kiln.Engine.Parameters;

/// <summary>
/// The arguments as NUKE reads them: words before the first dash are targets; a dash begins a name, the words up to the
/// next dash are its values. In addition <c>--name=value</c> works.
/// </summary>
sealed class CommandLine
{
    public CommandLine(IReadOnlyList<string> words)
    {
        Words = words;
        Positional = [.. words.TakeWhile(x => !IsName(x))];
        Arguments = [.. Parse(words.Skip(Positional.Count))];
    }

    public IReadOnlyList<string> Words { get; }

    public IReadOnlyList<string> Positional { get; }

    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>The last argument of this name: who appends to a command line wants to be heard.</summary>
    public Argument? Find(string name) => Arguments.LastOrDefault(x => x.IsNamed(name));

    static bool IsName(string word) => word.StartsWith('-');

    static IEnumerable<Argument> Parse(IEnumerable<string> words)
    {
        Argument? current = null;
        foreach (var word in words)
        {
            if (!IsName(word))
            {
                current!.Values.Add(word);
                continue;
            }

            if (current is not null)
                yield return current;

            current = Argument.Begin(word);
        }

        if (current is not null)
            yield return current;
    }
}
