namespace Kiln.Tests.Linting;

/// <summary>The folder of the pages. With <c>UPDATE_SNAPSHOTS=1</c>, pages are written instead of compared.</summary>
static class RulePages
{
    public static string Folder { get; } = Path.Combine(RootAbove(AppContext.BaseDirectory), "docs", "rules");

    public static void Expect(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, text);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "(no file)", text);
    }

    static string RootAbove(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Kiln.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("No Kiln.slnx above the tests.");
    }
}
