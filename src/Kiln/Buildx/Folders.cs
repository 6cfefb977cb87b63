namespace Kiln.Buildx;

/// <summary>Whole folders, replaced so that a reader finds the old one or the new one.</summary>
static class Folders
{
    internal static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Moves a fresh folder to where an older one may stand.</summary>
    internal static void Replace(string place, string fresh)
    {
        var old = fresh + ".old";
        DeleteIfThere(old);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (Directory.Exists(place))
            Directory.Move(place, old);
        Directory.Move(fresh, place);
        DeleteIfThere(old);
    }
}
