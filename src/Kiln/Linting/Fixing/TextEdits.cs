using System.Text;

namespace Kiln.Linting.Fixing;

/// <summary>Puts edits into a text; what they do not touch stays as it is, character for character.</summary>
static class TextEdits
{
    /// <summary>Of edits that overlap, the first one counts; the others find their turn when the text is judged again.</summary>
    public static string Apply(string text, IEnumerable<LintFix> fixes)
    {
        var accepted = new List<TextEdit>();
        foreach (var fix in fixes)
            if (!fix.Edits.Any(x => accepted.Any(y => Overlaps(x, y))))
                accepted.AddRange(fix.Edits);

        // What is put in ends its lines as the text does.
        var isWindows = text.Contains("\r\n", StringComparison.Ordinal);
        var result = new StringBuilder(text);
        foreach (var edit in accepted.OrderByDescending(x => x.Span.Start).ThenByDescending(x => x.Span.Length))
            result.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, isWindows ? edit.NewText.ReplaceLineEndings("\r\n") : edit.NewText);
        return result.ToString();
    }

    static bool Overlaps(TextEdit x, TextEdit y) =>
        x.Span.Start == y.Span.Start || (x.Span.Start < y.Span.End && y.Span.Start < x.Span.End);
}
