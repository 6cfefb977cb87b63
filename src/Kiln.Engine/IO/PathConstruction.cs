namespace Nuke.Common.IO;

public static partial class PathConstruction
{
    public static bool HasPathRoot(string? path) => GetPathRoot(path) is not null;

    public static string? GetPathRoot(string? path) => PathSyntax.RootOf(path);

    public static string Combine(string? left, string? right, char? separator = null) =>
        PathSyntax.Combine(left, right, separator);

    public static string NormalizePath(string? path, char? separator = null) => PathSyntax.Normalize(path, separator);

    public static bool IsDescendantPath(string basePath, string destinationPath)
    {
        var parts = PathSyntax.Normalize(destinationPath).Split(PathSyntax.Separators);
        var baseParts = PathSyntax.Normalize(basePath).TrimEnd(PathSyntax.Separators).Split(PathSyntax.Separators);
        return parts.Take(baseParts.Length).SequenceEqual(baseParts);
    }

    public static bool Contains(this AbsolutePath basePath, string destinationPath) =>
        IsDescendantPath(basePath, destinationPath);
}
