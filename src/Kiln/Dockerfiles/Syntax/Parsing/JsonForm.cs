using System.Text;
using System.Text.Json;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// Finds the JSON form of arguments. What is no valid JSON list counts as a shell's command, as BuildKit has it; a
/// valid list of something other than strings is an error there and here.
/// </summary>
static class JsonForm
{
    const int DeepestOfGo = 10_000; // what lies deeper is no JSON to encoding/json, on which BuildKit relies

    public static IReadOnlyList<Word>? Find(string keyword, LogicalText arguments, SyntaxDiagnostics diagnostics)
    {
        var list = keyword switch
        {
            "ADD" or "CMD" or "COPY" or "ENTRYPOINT" or "RUN" or "SHELL" or "VOLUME" => arguments,
            "HEALTHCHECK" => BehindFirstWord(arguments),
            _ => null,
        };
        if (list is null || !list.Text.StartsWith('['))
            return null;

        var items = new JsonStringList(list).Read();
        if (items is null && IsJson(list.Text))
            diagnostics.Error(list.Span, $"A list in {keyword} must hold strings only, each in double quotes.");
        return items;
    }

    public static LogicalText BehindFirstWord(LogicalText arguments)
    {
        var end = 0;
        while (end < arguments.Text.Length && !char.IsWhiteSpace(arguments.Text[end]))
            end++;
        return arguments.Trimmed(end, arguments.Text.Length);
    }

    static bool IsJson(string text)
    {
        var options = new JsonReaderOptions { MaxDepth = DeepestOfGo };
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), options);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false; // the reader has no other way to say so
        }
    }
}
