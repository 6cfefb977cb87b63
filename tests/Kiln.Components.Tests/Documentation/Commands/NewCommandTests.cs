namespace Kiln.Components.Tests.Documentation.Commands;

/// <summary><c>dotnet new</c> with templates, options and values that there are.</summary>
public sealed class NewCommandTests
{
    // NuGet calls a package like its project.
    static readonly string Package = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Repository.PathTo("templates"), "*.csproj").Single());

    [Fact]
    public void Commands_of_the_pages_are_such_as_the_templates_take()
    {
        var commands = Pages.OfToday.SelectMany(PageCommand.Of).Where(x => x.Program == "dotnet new").ToArray();

        Assert.NotEmpty(commands);
        Problems.ExpectNone(commands.Select(x => (Command: x, Complaint: ComplaintOf(x.Words))).Where(x => x.Complaint is not null).Select(x => $"{x.Command}: {x.Complaint}"));
    }

    [Theory]
    [InlineData("kiln --noSample true", null)]
    [InlineData("kiln-existing -o build", null)]
    [InlineData("kilm", "there is no template 'kilm'")]
    [InlineData("kiln --engine nuke --noSamples true", "'kiln' has no option '--noSamples'")]
    [InlineData("kiln --engine cake", "'--engine' of 'kiln' does not take 'cake'")]
    [InlineData("install Kiln.Template", "no package is called 'Kiln.Template'")]
    public void What_a_template_does_not_take_is_told(string words, string? complaint) => Assert.Equal(complaint, ComplaintOf(words.Split(' ')));

    // Options of 'dotnet new' itself, whatever the template.
    static readonly string[] Common = ["-o", "--output"];

    static string? ComplaintOf(IReadOnlyList<string> words)
    {
        if (words is ["install", var package])
            return Path.GetFileName(package).Split(".*")[0] == Package ? null : $"no package is called '{package}'";

        return Template.All.FirstOrDefault(x => x.Name == words[0]) is { } template
            ? words.Skip(1).Chunk(2).Where(x => !Common.Contains(x[0])).Select(x => template.ComplaintOf(x[0], x.ElementAtOrDefault(1) ?? "true")).FirstOrDefault(x => x is not null)
            : $"there is no template '{words[0]}'";
    }
}
