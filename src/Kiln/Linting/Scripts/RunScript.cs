using System.Text;
using System.Text.RegularExpressions;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Scripts;

/// <summary>
/// The script of a RUN as ShellCheck is given it: with the line that names its shell, and the variables that the Dockerfile sets. Those have a word for
/// a value, as hadolint gives them one: nobody should have to quote what is a version.
/// </summary>
sealed partial record RunScript(ScriptText Text)
{
    /// <summary>The same script, shell and variables have the same digest.</summary>
    public Digest Digest { get; } = Digest.OfBytes(Encoding.UTF8.GetBytes(Text.Text));

    /// <summary>Those of all RUNs in shell form whose shell ShellCheck knows, also behind ONBUILD.</summary>
    public static IReadOnlyList<RunScript> In(LintSubject subject)
    {
        var variables = new Lazy<Dictionary<RunInstruction, string[]>>(() => KnownVariables.Of(subject));
        return [.. subject.Runs.Select(x => Of(subject, x, variables)).OfType<RunScript>()];
    }

    static RunScript? Of(LintSubject subject, LintRun run, Lazy<Dictionary<RunInstruction, string[]>> variables)
    {
        if (!run.Run.IsShellForm || run.Run.Heredocs.Any(x => !x.IsTerminated))
            return null;
        var script = ScriptText.Of(subject.Dockerfile.Source.Text, ScriptOffsets.Of(subject.Dockerfile.Source.Text, run.Run));
        if (string.IsNullOrWhiteSpace(script.Text) || Interpreter.LineFor(subject, run, script.Text) is not { } line)
            return null;
        if (!subject.Options.HonorsComments)
            script = WithoutDirectives(script);
        var exports = $"export {string.Join(' ', variables.Value[run.Run].Select(x => $"{x}=1"))}\n";
        return new RunScript(script.Insert(BeginningOf(script.Text), exports).Insert(0, line));
    }

    // A second mark makes of '# shellcheck disable=…' a comment like any other.
    static ScriptText WithoutDirectives(ScriptText script) =>
        Directive().Matches(script.Text).Reverse().Aggregate(script, (x, directive) => x.Insert(directive.Groups["mark"].Index, "#"));

    // Comments stay first: what one tells ShellCheck counts for the whole script only above the first command.
    static int BeginningOf(string script)
    {
        var at = 0;
        while (script.IndexOf('\n', at) is >= 0 and var end && script.AsSpan(at, end - at).TrimStart() is "" or ['#', ..])
            at = end + 1;
        return at;
    }

    [GeneratedRegex(@"^[ \t]*(?<mark>#)[ \t]*shellcheck[ \t]", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
