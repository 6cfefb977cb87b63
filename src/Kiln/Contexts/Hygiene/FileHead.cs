using System.Text;

namespace Kiln.Contexts.Hygiene;

/// <summary>The beginning of a file as text: enough for a chain of certificates with a key behind them.</summary>
static class FileHead
{
    const int Length = 64 * 1024;

    internal static string Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var head = new char[Length];
        return new string(head, 0, reader.ReadBlock(head));
    }
}
