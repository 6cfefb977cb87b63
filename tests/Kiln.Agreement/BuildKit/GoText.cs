using System.Text;

namespace Kiln.Agreement.BuildKit;

/// <summary>Quotes as Go's <c>strconv.Quote</c> does, as far as the result files need it.</summary>
static class GoText
{
    public static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var character in text)
            result.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\a' => @"\a",
                '\b' => @"\b",
                '\f' => @"\f",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                '\v' => @"\v",
                < ' ' or '\x7f' => $@"\x{(int)character:x2}",
                _ => $"{character}",
            });
        return result.Append('"').ToString();
    }
}
