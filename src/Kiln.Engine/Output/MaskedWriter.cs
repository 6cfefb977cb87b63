using System.Text;

namespace Kiln.Engine.Output;

/// <summary>Writes on, without the secrets, also when one arrives in pieces.</summary>
sealed class MaskedWriter(TextWriter inner, SecretMask mask) : TextWriter
{
    readonly Lock _lock = new();
    string _pending = "";

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Write(string? value)
    {
        lock (_lock)
        {
            if (mask.IsEmpty && _pending.Length == 0)
            {
                inner.Write(value);
                return;
            }

            var text = mask.Apply(_pending + value);
            var keep = mask.OpenEnd(text);
            _pending = text[^keep..];
            inner.Write(text[..^keep]);
        }
    }

    public override void Flush()
    {
        lock (_lock)
        {
            inner.Write(_pending);
            _pending = "";
            inner.Flush();
        }
    }
}
