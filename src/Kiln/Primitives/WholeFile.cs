using System.Text;

namespace Kiln.Primitives;

/// <summary>Files that are written beside their place and moved there, so that nobody ever finds half of one.</summary>
static class WholeFile
{
    /// <summary>Makes the folder where it is missing.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>As UTF-8.</summary>
    internal static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));
}
