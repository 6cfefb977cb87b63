using System.Text;
using System.Text.Json;

namespace Kiln.Buildx.Progress;

/// <summary>
/// Splits what <c>buildx --progress=rawjson</c> writes into JSON values and lines of plain text. Values come one a line
/// (buildx 0.29) or pretty-printed one after another (0.13), and the closing error is plain text: so it counts braces.
/// </summary>
sealed class JsonValueStream(Action<JsonElement> onValue, Action<string> onText)
{
    readonly List<byte> _pending = [];
    int _depth;
    bool _inString;
    bool _escaped;

    /// <summary>Reads to the end; a value that was cut off is handed on as text.</summary>
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            foreach (var b in buffer.AsSpan(0, count))
                Take(b);
        }

        FlushText();
    }

    void Take(byte b)
    {
        var isInsideValue = _depth > 0;
        if (!isInsideValue && b == '\n')
        {
            FlushText();
            return;
        }

        var isStart = !isInsideValue && b == '{' && _pending.TrueForAll(IsBlank);
        _pending.Add(b);
        if (isStart)
            _depth = 1;
        else if (isInsideValue)
            Follow(b);
        if (isInsideValue && _depth == 0)
            FlushValue();
    }

    void Follow(byte b)
    {
        if (_escaped)
            _escaped = false;
        else if (_inString)
            (_escaped, _inString) = (b == '\\', b != '"');
        else if (b == '"')
            _inString = true;
        else if (b is (byte)'{' or (byte)'[')
            _depth++;
        else if (b is (byte)'}' or (byte)']')
            _depth--;
    }

    void FlushValue()
    {
        var bytes = _pending.ToArray();
        _pending.Clear();
        try
        {
            using var document = JsonDocument.Parse(bytes);
            onValue(document.RootElement);
        }
        catch (JsonException)
        {
            // Balanced braces that are no JSON: a program's own output, worth showing as it is.
            onText(Encoding.UTF8.GetString(bytes));
        }
    }

    void FlushText()
    {
        var text = Encoding.UTF8.GetString([.. _pending]).TrimEnd('\r');
        _pending.Clear();
        (_depth, _inString, _escaped) = (0, false, false);
        if (text.Length > 0)
            onText(text);
    }

    static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r';
}
