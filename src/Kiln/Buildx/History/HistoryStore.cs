using System.Text;
using System.Text.Json;
using Kiln.Contexts;
using Kiln.Primitives;

namespace Kiln.Buildx.History;

/// <summary>
/// The last build of each image, on disk: a small file an image, and one for each state of a context, which images share. What
/// cannot be read is as good as not there.
/// </summary>
sealed class HistoryStore(BuildFolders folders)
{
    string Images => Path.Combine(folders.Work, "history");

    string Contents => Path.Combine(folders.Work, "history", "contexts");

    internal RememberedBuild? Find(ImageSpec image)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(FileOf(image)), HistoryJson.Default.RememberedBuild);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Not built yet, or by another version: then nothing is known of it.
            return null;
        }
    }

    internal ContextContents FindContents(string name)
    {
        try
        {
            return ContextContents.Parse(File.ReadAllText(Path.Combine(Contents, name)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ContextContents.None;
        }
    }

    /// <summary>Keeps a context's state and answers its name.</summary>
    internal string Keep(ContextContents contents)
    {
        var text = Encoding.UTF8.GetBytes(contents.ToString());
        var name = Digest.OfBytes(text).Short;
        WholeFile.Write(Path.Combine(Contents, name), text);
        return name;
    }

    internal void Keep(ImageSpec image, RememberedBuild build) =>
        WholeFile.Write(FileOf(image), JsonSerializer.SerializeToUtf8Bytes(build, HistoryJson.Default.RememberedBuild));

    /// <summary>Deletes the states of contexts that no image was built from last.</summary>
    internal void Tidy()
    {
        if (!Directory.Exists(Contents))
            return;
        var used = string.Concat(Directory.EnumerateFiles(Images).Select(File.ReadAllText));
        foreach (var file in Directory.EnumerateFiles(Contents).Where(x => !used.Contains(Path.GetFileName(x), StringComparison.Ordinal)))
            File.Delete(file);
    }

    string FileOf(ImageSpec image) => Path.Combine(Images, BakePlan.NameOf(image) + ".json");
}
