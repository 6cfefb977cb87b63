using Kiln.Dockerfiles.Substitution;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Labels;

/// <summary>A label that the options ask for, with the text that its image has.</summary>
sealed record LabelValue(string Key, string Text, LabelForm Form, SourceSpan Span)
{
    /// <summary>Those whose value is known: what a variable is part of, the build decides.</summary>
    public static IEnumerable<LabelValue> Of(LintSubject subject) =>
        from label in subject.Of<LabelInstruction>()
        from pair in label.Pairs
        let key = KeyOf(pair)
        where subject.Options.RequiredLabels.ContainsKey(key)
        let text = Known(pair.Value.Text, subject.Dockerfile.Escape)
        where text is not null
        let place = pair.Value.Span.Length > 0 ? pair.Value : pair.Key
        select new LabelValue(key, text, subject.Options.RequiredLabels[key], place.Span);

    public static string KeyOf(KeyValue pair) => pair.Key.Text.Trim('"', '\'');

    static string? Known(string value, char escape)
    {
        var asked = new List<string>();
        var text = WordExpansion.Expand(value, Ask, escape);
        return asked.Count == 0 && text.Error is null ? text.Text : null;

        string? Ask(string name)
        {
            asked.Add(name);
            return null;
        }
    }
}
