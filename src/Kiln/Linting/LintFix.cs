using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>
/// Edits that take a finding away. Only what cannot change what the image does is a fix: what needs a decision, a
/// version or an owner for instance, is told as the remedy alone.
/// </summary>
/// <param name="Edits">In the text that was judged; they do not overlap.</param>
public sealed record LintFix(ValueList<TextEdit> Edits)
{
    /// <summary>Puts text in before an offset.</summary>
    public static LintFix Insert(int offset, string text) => Replace(new SourceSpan(offset, 0), text);

    /// <summary>Replaces a span.</summary>
    public static LintFix Replace(SourceSpan span, string text) => new([new TextEdit(span, text)]);
}
