using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        path.Parent?.CreateDirectory();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes the text; it ends with exactly one line break, of the kind that it holds, unless told otherwise.</summary>
    public static AbsolutePath WriteAllText(
        this AbsolutePath path,
        string content,
        Encoding? encoding = null,
        bool? eofLineBreak = null)
    {
        if (eofLineBreak ?? DefaultEofLineBreak)
            content = content.TrimEnd('\r', '\n') + (content.Contains("\r\n") ? "\r\n" : "\n");
        path.Parent?.CreateDirectory();
        File.WriteAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        IEnumerable<string> lines,
        Encoding? encoding = null,
        PlatformFamily? platformFamily = null,
        bool? eofLineBreak = null) =>
        path.WriteAllLines([.. lines], encoding, platformFamily, eofLineBreak);

    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        string[] lines,
        Encoding? encoding = null,
        PlatformFamily? platformFamily = null,
        bool? eofLineBreak = null)
    {
        var end = eofLineBreak ?? DefaultEofLineBreak ? [""] : Array.Empty<string>();
        var content = lines.Concat(end).JoinNewLine(platformFamily ?? DefaultLineBreakType);
        return path.WriteAllText(content, encoding, eofLineBreak);
    }

    public static AbsolutePath UpdateText(
        this AbsolutePath path,
        Func<string, string> update,
        Encoding? encoding = null) =>
        path.WriteAllText(update.Invoke(path.ReadAllText(encoding)), encoding);
}
