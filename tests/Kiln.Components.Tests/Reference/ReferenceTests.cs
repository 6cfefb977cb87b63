namespace Kiln.Components.Tests.Reference;

/// <summary>Pages under <c>docs/reference</c> say what the code says.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Components_are_those_of_the_code() => Expect("components.md", ComponentReference.Page());

    [Fact]
    public void Settings_are_those_of_the_code() => Expect("settings.md", SettingsReference.Page());

    [Fact]
    public void Errors_are_those_of_their_pages() => Expect("errors.md", ErrorReference.Page(Path.Combine(Docs, "errors")));

    static string Docs { get; } = Repository.PathTo("docs");

    static void Expect(string page, string text)
    {
        var file = Path.Combine(Docs, "reference", page);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text, $"docs/reference/{page} is another than the code says; UPDATE_SNAPSHOTS=1 writes it.");
    }
}
