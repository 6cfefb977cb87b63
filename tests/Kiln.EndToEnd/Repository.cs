namespace Kiln.EndToEnd;

/// <summary>The checkout that these tests were compiled in.</summary>
static class Repository
{
    internal static string Root { get; } = Find();

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kiln.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No Kiln.slnx above '{AppContext.BaseDirectory}'.");
        return folder.FullName;
    }
}
