using System.Buffers;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Cuts at blanks and at nothing else; other white space of Unicode is part of a field.</summary>
static class FieldSplitter
{
    static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\v\f\r");

    public static List<(int Start, int Length)> Split(string text)
    {
        var fields = new List<(int Start, int Length)>();
        for (var at = BehindBlanks(text, 0); at < text.Length;)
        {
            var end = EndOfField(text, at);
            fields.Add((at, end - at));
            at = BehindBlanks(text, end);
        }

        return fields;
    }

    public static int EndOfField(string text, int start) =>
        text.AsSpan(start).IndexOfAny(Blanks) is var length and >= 0 ? start + length : text.Length;

    public static int BehindBlanks(string text, int start) =>
        text.AsSpan(start).IndexOfAnyExcept(Blanks) is var length and >= 0 ? start + length : text.Length;
}
