namespace Kiln.Tests;

/// <summary>Where this repository lies: tests read its pages and samples.</summary>
static class RepositoryRoot
{
    public static string Path { get; } = Above(AppContext.BaseDirectory);

    static string Above(string? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Kiln.slnx")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("No Kiln.slnx above the tests.");
    }
}
