using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A command that asks whether to go on; a build has nobody who answers.</summary>
sealed record OpenQuestion(PackageCommand Command)
{
    public SourceSpan Span => Command.Head;

    public string Message => $"'{Command.Name}' asks before it goes on, and in a build nobody answers, so it gives up.";

    /// <summary>Those without one of the flags that answer. What another command pipes into it may be the answer.</summary>
    public static IEnumerable<OpenQuestion> In(IEnumerable<PackageCommand> commands, params string[] flags) =>
        from command in commands
        where !command.IsPiped && !command.Command.HasFlag(flags)
        select new OpenQuestion(command);
}
