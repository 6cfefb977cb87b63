namespace Kiln.Contexts;

/// <summary>Full paths of folders, comparable as text.</summary>
static class FolderPath
{
    public static string Normalize(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>Whether a path is a folder itself or lies somewhere below it; both are normalized.</summary>
    public static bool IsAtOrBelow(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
}
