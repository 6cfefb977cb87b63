using Kiln.Dockerfiles.Syntax;
using Kiln.Dockerfiles.Syntax.Parsing;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>Without the equals sign one instruction sets one value, and ARG sets none at all.</summary>
sealed class LegacyKeyValue() : LintRule(
    "KLN8007", Severity.Warning, "Write key=value with an equals sign.", "LegacyKeyValueFormat")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var words = WordsOf(subject.Dockerfile.Source.Text);
        return subject.Sections.SelectMany(x => x.WithTriggers).Select(x => x switch
        {
            EnvInstruction { IsLegacyForm: true, Pairs: [var pair] } => OfPair(subject, x, pair),
            LabelInstruction { IsLegacyForm: true, Pairs: [var pair] } => OfPair(subject, x, pair),
            ArgInstruction { Declarations: [{ DefaultValue: null } name, { DefaultValue: null } value] } =>
                IsValue(value.Name, words) ? OfArgument(name, value) : null,
            _ => null,
        }).OfType<LintFinding>();
    }

    LintFinding OfPair(LintSubject subject, Instruction instruction, KeyValue pair)
    {
        var (key, value) = (pair.Key, pair.Value);
        var isWord = WordSplitter.Split(value.Text, subject.Dockerfile.Escape) is [(0, var end)] && end == value.Text.Length;
        var gap = SourceSpan.FromBounds(key.Span.End, value.Span.Start);
        // Quotes and escapes mean other things in quotes, and a comment in between would get lost.
        var isClear = isWord || value.Text.AsSpan().IndexOfAny('"', '\'', subject.Dockerfile.Escape) < 0;
        var canFix = isClear && key.Text.All(x => char.IsAsciiLetterOrDigit(x) || x is '_' or '.' or '-' or '/')
            && !subject.Dockerfile.Source.TextAt(gap).Contains('#');
        return Found(
            key.Span,
            $"{instruction.Keyword} without an equals sign takes all of the rest for the value of '{key.Text}', and is "
            + "deprecated.",
            !canFix ? $"Write {instruction.Keyword} key=\"value\", with the quotes and escapes that the value needs."
            : $"Write {instruction.Keyword} {key.Text}={(isWord ? Short(value.Text) : $"\"{Short(value.Text)}\"")}.",
            !canFix ? null
            : isWord ? LintFix.Replace(gap, "=")
            : new LintFix([new TextEdit(gap, "=\""), new TextEdit(new SourceSpan(value.Span.End, 0), "\"")]));
    }

    LintFinding OfArgument(ArgDeclaration name, ArgDeclaration value) => Found(
        SourceSpan.FromBounds(name.Span.Start, value.Span.End),
        $"This declares two arguments, '{name.Name}' and '{value.Name}', and '{name.Name}' has no default.",
        $"Write ARG {name.Name}={value.Name}.");

    // Two arguments in one ARG are fine; but what no name can be, or a word in lower case that nothing uses, is a value.
    static bool IsValue(string text, IReadOnlyDictionary<string, int> words) =>
        !text.All(x => char.IsLetterOrDigit(x) || x == '_') || char.IsDigit(text[0])
        || (text.Any(char.IsLower) && words.GetValueOrDefault(text) == 1);

    static Dictionary<string, int> WordsOf(string text) =>
        text.Split(text.Where(x => !char.IsLetterOrDigit(x) && x != '_').Distinct().ToArray()).CountBy(x => x).ToDictionary();

    static string Short(string value) => value.Length > 60 ? $"{value[..60]}…" : value;
}
