using System.Text;

namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    public static AbsolutePath AppendAllText(this AbsolutePath path, string content, Encoding? encoding = null)
    {
        path.Parent?.CreateDirectory();
        File.AppendAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath AppendAllLines(
        this AbsolutePath path,
        IEnumerable<string> lines,
        Encoding? encoding = null) =>
        path.AppendAllLines([.. lines], encoding);

    public static AbsolutePath AppendAllLines(this AbsolutePath path, string[] lines, Encoding? encoding = null)
    {
        path.Parent?.CreateDirectory();
        File.AppendAllLines(path, lines, encoding ?? DefaultEncoding);
        return path;
    }
}
