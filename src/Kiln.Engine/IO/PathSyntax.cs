namespace Nuke.Common.IO;

/// <summary>Splits and joins paths of Unix (<c>/a</c>), drives (<c>C:\a</c>) and shares (<c>\\server\a</c>) on any system.</summary>
internal static partial class PathSyntax
{
    internal const char Slash = '/';
    internal const char Backslash = '\\';
    internal static readonly char[] Separators = [Slash, Backslash];

    internal static string? RootOf(string? path)
    {
        if (path is null)
            return null;
        if (path.StartsWith(Slash))
            return "/";
        if (HasDriveRoot(path))
            return path[..2];
        if (!HasShareRoot(path))
            return null;
        var end = path.IndexOf(Backslash, startIndex: 2);
        return end < 0 ? path : path[..end];
    }

    internal static bool HasDriveRoot(string path) => path is [var letter, ':', ..] && char.IsLetter(letter);

    internal static bool IsOnlyRoot(string path) => RootOf(path) is { } root && path.Trim(Separators) == root.Trim(Separators);

    /// <summary>What separates the parts of this path; a relative path takes the system's habit.</summary>
    internal static char SeparatorOf(string? path) => RootOf(path) switch
    {
        null => Path.DirectorySeparatorChar,
        "/" => Slash,
        _ => Backslash,
    };

    private static bool HasShareRoot(string path) =>
        path is [Backslash, Backslash, var first, ..] && char.IsLetterOrDigit(first);
}
