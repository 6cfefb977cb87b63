using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;
using Kiln.Secrets;

namespace Kiln.Linting.Rules.Secrets;

/// <summary>Whoever has the image can read its variables, and its history has the build arguments.</summary>
sealed class SecretInVariable() : LintRule(
    "KLN6001", Severity.Warning, "Keep secrets out of ARG and ENV.", "DL3064", "DS-0031", "SecretsUsedInArgOrEnv")
{
    static readonly string[] Harmless =
        ["", "0", "1", "false", "true", "no", "yes", "off", "on", "none", "null", "dummy", "placeholder", "unused"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from section in subject.Sections
        from instruction in section.WithTriggers
        let names = NamesIn(instruction).Where(x => SecretNames.IsAboutOne(x.Text)).ToArray()
        where names.Length > 0
        let list = Lists.And([.. names.Select(x => x.Text)])
        select Found(
            names[0].Span,
            instruction is ArgInstruction
                ? $"What is given for {list} stands in the history of the image, for everybody who has it."
                : $"What is set for {list} stands in the configuration of the image, for everybody who has it.",
            $"Mount it where the build needs it: {Mounted(names[0].Text)} …; "
            + "what the program needs is set when a container starts.");

    // An ARG without a default, or with an empty one, waits for a value; an ENV has none that could leak.
    static IEnumerable<Word> NamesIn(Instruction instruction) => instruction switch
    {
        ArgInstruction arg => arg.Declarations
            .Where(x => x.DefaultValue is null or { Text: "" or "\"\"" or "''" } || IsSecret(x.DefaultValue.Text))
            .Select(x => new Word(x.Name, x.Span with { Length = Math.Min(x.Name.Length, x.Span.Length) })),
        EnvInstruction env => env.Pairs.Where(x => IsSecret(x.Value.Text)).Select(x => x.Key),
        _ => [],
    };

    static bool IsSecret(string value) =>
        value.Trim('"', '\'') is var text && !Harmless.Contains(text, StringComparer.OrdinalIgnoreCase) && !IsPath(text);

    static bool IsPath(string text) => text.StartsWith('/') && text.Count(x => x == '/') > 1
        && text.All(x => char.IsAsciiLetterOrDigit(x) || x is '/' or '.' or '_' or '-');

    static string Mounted(string name) => $"RUN --mount=type=secret,id={name.ToLowerInvariant()},env={name}";
}
