namespace Kiln.Components.Tests;

/// <summary>The checkout that these tests were built from.</summary>
static class Repository
{
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    internal static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    static string FindRoot(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Kiln.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("No Kiln.slnx above the tests.");
    }
}
