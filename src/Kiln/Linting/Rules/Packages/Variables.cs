using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Packages;

/// <summary>What a Dockerfile says of the variables that a RUN uses.</summary>
static class Variables
{
    /// <summary>Only a running shell knows all of the text.</summary>
    public static bool AreIn(string text) => text.AsSpan().ContainsAny('$', '`');

    /// <summary>Those of <c>$NAME</c> and <c>${NAME…}</c>; a command that is put in has no name.</summary>
    public static IEnumerable<string> NamesIn(string text) =>
        from part in text.Split('$').Skip(1)
        let name = string.Concat(part.TrimStart('{').TakeWhile(IsOfName))
        where name.Length > 0
        select name;

    /// <summary>Whether an ARG, an ENV of the stage or of one below it, or the RUN itself gives it a value.</summary>
    public static bool IsSet(LintSubject subject, LintRun run, string name) =>
        subject.Of<ArgInstruction>().Any(x => x.Declarations.Any(y => y.Name == name))
        || Environment(subject, run).Any(x => x.Key == name)
        || WordsOf(run).Any(x => x == name || x.StartsWith($"{name}=", StringComparison.Ordinal));

    /// <summary>The value that the RUN sees, as written without quotes; null when nothing gives it one.</summary>
    public static string? ValueOf(LintSubject subject, LintRun run, string name) =>
        WordsOf(run).Where(x => x.StartsWith($"{name}=", StringComparison.Ordinal)).Select(x => x[(name.Length + 1)..])
            .Concat(Environment(subject, run).Where(x => x.Key == name).Select(x => x.Value))
            .FirstOrDefault()?.Trim('"', '\'');

    // The nearest first: the later one of a stage, and that before those of the stages below.
    static IEnumerable<KeyValuePair<string, string>> Environment(LintSubject subject, LintRun run) =>
        from section in subject.LineageOf(run.Section)
        from instruction in section.WithTriggers.Reverse()
        where instruction.Span.Start < run.Run.Span.Start
        from pair in instruction switch
        {
            EnvInstruction env => env.Pairs.Select(x => KeyValuePair.Create(x.Key.Text, x.Value.Text)).Reverse(),
            ArgInstruction arg => arg.Declarations.Select(x => KeyValuePair.Create(x.Name, x.DefaultValue?.Text ?? "")).Reverse(),
            _ => [],
        }
        select pair;

    static string[] WordsOf(LintRun run) =>
        run.Run.Text.Split([' ', '\t', '\r', '\n', ';', '&', '|', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
