using Kiln.Locking.Format.Json;

namespace Kiln.Locking;

/// <summary>
/// A value of a lock that this Kiln does not understand and does not change; only the blanks around its parts are those
/// of a lock: <c>{ "a": [1, 2] }</c>.
/// </summary>
public sealed record RawJson
{
    internal RawJson(string text) => Text = text;

    /// <summary>Valid JSON on one line.</summary>
    public string Text { get; }

    /// <summary>Reads any JSON value; KILN6001 when it is none.</summary>
    public static RawJson Parse(string text)
    {
        try
        {
            return new RawJson(JsonParser.Parse(text).Raw);
        }
        catch (JsonSyntaxException error)
        {
            throw new KilnException(ErrorCodes.LockUnreadable, $"'{text}' is not JSON: {error.Message}.", error);
        }
    }

    /// <summary>The JSON itself.</summary>
    public override string ToString() => Text;
}
