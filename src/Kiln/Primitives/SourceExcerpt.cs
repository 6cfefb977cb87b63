namespace Kiln.Primitives;

/// <summary>Lines of a text with their numbers, and a stretch of it underlined.</summary>
static class SourceExcerpt
{
    const int LinesShown = 8;

    /// <summary>The line before the stretch, and its own lines without those that are blank; of many the first.</summary>
    internal static IEnumerable<string> Lines(SourceText source, SourceSpan span)
    {
        var text = source.TextAt(span).TrimEnd();
        var (first, last) = (source.PositionOf(span.Start), source.PositionOf(span.Start + text.Length));
        var width = last.Line.ToString().Length;
        if (first.Line > 1)
            yield return Numbered(first.Line - 1);
        var shown = Enumerable.Range(first.Line, last.Line - first.Line + 1).Where(x => source.LineAt(x).Trim().Length > 0).ToArray();
        foreach (var line in shown.Take(LinesShown))
        {
            yield return Numbered(line);
            yield return Underlined(source.LineAt(line), line == first.Line ? first.Column - 1 : 0, line == last.Line ? last.Column - 1 : int.MaxValue);
        }

        if (shown.Length > LinesShown)
            yield return $"{"".PadLeft(width)} | … {shown.Length - LinesShown} more lines";

        string Numbered(int line) => $"{line.ToString().PadLeft(width)} | {source.LineAt(line)}".TrimEnd();

        string Underlined(string line, int start, int end)
        {
            var (from, to) = (Math.Max(start, line.Length - line.TrimStart().Length), Math.Min(end, line.TrimEnd().Length));
            // Tabs stay tabs, so that the marks stand below what they mark, however wide those are.
            var indent = string.Concat(line[..from].Select(x => x == '\t' ? x : ' '));
            return $"{"".PadLeft(width)} | {indent}{new string('^', to - from)}";
        }
    }
}
