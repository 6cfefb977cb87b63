using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    public static string GetFileHash(this AbsolutePath path)
    {
        Assert.FileExists(path);
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }

    public static string GetDirectoryHash(this AbsolutePath path, Func<AbsolutePath, bool>? includeFile = null)
    {
        Assert.DirectoryExists(path);
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(AbsolutePath.Create)
            .Where(includeFile ?? (_ => true))
            .GetFileSetHash(path);
    }

    /// <summary>One hash over names (from the base directory) and contents, whatever the order of the files.</summary>
    public static string GetFileSetHash(this IEnumerable<AbsolutePath> paths, string baseDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var path in paths.Distinct().OrderBy(x => x.ToString(), StringComparer.Ordinal))
        {
            Assert.FileExists(path);
            hash.AppendData(Encoding.UTF8.GetBytes(PathConstruction.GetUnixRelativePath(baseDirectory, path).ToString()));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
