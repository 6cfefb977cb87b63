namespace Kiln.Components.Running;

/// <summary>
/// What a build leaves is nothing to commit, and a tree with files that are not would count as dirty. So a folder that Kiln makes ignores itself, and no
/// <c>.gitignore</c> of the repository has to be touched.
/// </summary>
static class UncommittedFolder
{
    /// <summary>Makes the folder; one with files in it is left as it is.</summary>
    internal static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            File.WriteAllText(Path.Combine(folder, ".gitignore"), "# Made by Kiln for what builds leave here.\n*\n");
    }
}
