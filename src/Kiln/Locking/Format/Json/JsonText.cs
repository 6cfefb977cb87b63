using System.Globalization;
using System.Text;

namespace Kiln.Locking.Format.Json;

/// <summary>Texts as JSON. Only what must be escaped is, so that a lock reads as people wrote its names.</summary>
static class JsonText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                quoted.Append(text[i++]).Append(text[i]);
            else
                quoted.Append(Escape(text[i]));
        }

        return quoted.Append('"').ToString();
    }

    // Half a surrogate pair has no place in UTF-8, and git and editors end lines at more than '\n'.
    static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' =>
            string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => c.ToString(),
    };
}
