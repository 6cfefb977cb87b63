using Kiln.Linting.Shell;

namespace Kiln.Linting.Rules.Packages;

/// <summary>How a program that installs packages is spoken to: its names, and which flags take a word.</summary>
sealed partial record PackageManager
{
    static readonly char[] OfVersion = [.. "0123456789.-"];

    /// <summary>Without the version that some end with, as <c>pip3.12</c> does.</summary>
    public required string[] Names { get; init; }

    /// <summary>Flags whose value is the next word: a letter, or a name without dashes.</summary>
    public string[] ValueFlags { get; init; } = [];

    /// <summary>Words before the one that says what to do: <c>dnf module install</c>.</summary>
    public string[] Kinds { get; init; } = [];

    /// <summary>Python runs it by this name: <c>python3 -m pip</c>.</summary>
    public string? Module { get; init; }

    /// <summary>A flag of several letters begins with one dash, too: <c>-ldflags</c>.</summary>
    public bool HasOneDash { get; init; }

    /// <summary>What it leaves behind.</summary>
    public PackageCache? Cache { get; init; }

    /// <summary>Its commands that do one of these things: the first word that is neither a flag nor its value.</summary>
    public IEnumerable<PackageCommand> CommandsIn(IEnumerable<LintRun> runs, params string[] words) =>
        from run in runs
        from command in run.Commands
        let found = Read(run, command)
        where found is not null && words.Contains(found.Word.Text)
        select found;

    /// <summary>A command of it; null for those of others, and for a bare name.</summary>
    public PackageCommand? Read(LintRun run, ShellCommand command)
    {
        if (ArgumentsOf(command) is not { } arguments)
            return null;
        var words = new FlagValues(HasOneDash, ValueFlags).Operands(arguments).ToArray();
        var kinds = words.TakeWhile(x => Kinds.Contains(x.Text)).Count();
        if (kinds >= words.Length)
            return null;
        var program = arguments.Count < command.Arguments.Count ? $"{command.Name} -m {Module}" : command.Name;
        return new PackageCommand(run, command, words[kinds], words[(kinds + 1)..])
        {
            Kind = kinds > 0 ? words[0].Text : null,
            Name = string.Join(' ', words[..(kinds + 1)].Select(x => x.Text).Prepend(program)),
        };
    }

    /// <summary>The name without a version: <c>dnf</c> for dnf5.</summary>
    static string ProgramOf(ShellCommand command) => command.Name.TrimEnd(OfVersion);

    IReadOnlyList<ShellWord>? ArgumentsOf(ShellCommand command)
    {
        var name = ProgramOf(command);
        if (Names.Contains(name))
            return command.Arguments;
        if (Module is null || name != "python")
            return null;
        var at = command.Arguments.TakeWhile(x => x.Text != "-m").Count() + 1;
        return at < command.Arguments.Count && command.Arguments[at].Text == Module ? [.. command.Arguments.Skip(at + 1)] : null;
    }
}
