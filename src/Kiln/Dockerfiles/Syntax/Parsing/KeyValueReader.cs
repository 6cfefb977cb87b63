namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Reads the pairs of ENV and LABEL; a <c>=</c> in the first word makes it the new form.</summary>
static class KeyValueReader
{
    public static (IReadOnlyList<KeyValue> Pairs, bool IsLegacyForm) Read(
        InstructionParts parts, SyntaxDiagnostics diagnostics)
    {
        var text = parts.Arguments;
        var words = WordSplitter.Split(text.Text, parts.Escape);
        if (words.Count == 0)
        {
            diagnostics.MissingArgument(parts, "at least one key=value");
            return ([], false);
        }

        if (!text.Text.AsSpan(words[0].Start, words[0].Length).Contains('='))
            return (ReadLegacy(parts, diagnostics), true);

        var pairs = new List<KeyValue>(words.Count);
        foreach (var (start, length) in words)
            if (ReadPair(text, start, length, diagnostics) is { } pair)
                pairs.Add(pair);
        return (pairs, false);
    }

    static KeyValue? ReadPair(LogicalText text, int start, int length, SyntaxDiagnostics diagnostics)
    {
        var equals = text.Text.IndexOf('=', start, length);
        if (equals < 0)
        {
            var word = text.WordAt(start, length);
            diagnostics.Error(
                word.Span, $"{SyntaxDiagnostics.Quote(word.Text)} has no '='; quote a value that has blanks.");
            return null;
        }

        if (equals == start)
            diagnostics.Error(text.SpanOf(start, length), "A value needs a name before its '='.");
        return new KeyValue(text.WordAt(start, equals - start), text.WordAt(equals + 1, start + length - equals - 1));
    }

    static IReadOnlyList<KeyValue> ReadLegacy(InstructionParts parts, SyntaxDiagnostics diagnostics)
    {
        var text = parts.Arguments;
        var keyEnd = FieldSplitter.EndOfField(text.Text, 0);
        var value = FieldSplitter.BehindBlanks(text.Text, keyEnd);
        if (value < text.Text.Length)
            return [new KeyValue(text.WordAt(0, keyEnd), text.WordAt(value, text.Text.Length - value))];

        diagnostics.Error(
            text.Span,
            $"{SyntaxDiagnostics.Quote(text.Text)} has no value; write key=value, or key= for an empty one.");
        return [];
    }
}
