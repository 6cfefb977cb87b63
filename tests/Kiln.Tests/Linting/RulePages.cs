namespace Kiln.Tests.Linting;

/// <summary>The folder of the pages. With <c>UPDATE_SNAPSHOTS=1</c>, pages are written instead of compared.</summary>
static class RulePages
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "docs", "rules");

    public static void Expect(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, text);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "(no file)", text);
    }
}
