using System.Text.Json;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace Kiln.Components.Tests.Documentation;

/// <summary>Blocks that are neither programs nor commands: their readers' parsers take them.</summary>
public sealed class DataBlockTests
{
    static readonly Fence[] Blocks = [.. Pages.OfToday.SelectMany(x => x.Fences)];

    public static TheoryData<string> Data => [.. Blocks.Where(x => x.Language is "yaml" or "json" or "xml").Select(x => $"{x}")];

    [Theory]
    [MemberData(nameof(Data))]
    public void Data_parse(string place)
    {
        var block = Blocks.Single(x => $"{x}" == place);

        var error = Record.Exception(() => Parse(block));

        Assert.True(error is null, $"{place}: {error?.Message}");
    }

    /// <summary>A block of another language would be looked at by no test.</summary>
    [Fact]
    public void Blocks_are_of_languages_that_tests_know()
    {
        string[] known = ["", "text", "csharp", "yaml", "json", "xml", "dockerfile", "dockerignore", "files", "bash"];

        Problems.ExpectNone(Blocks.Where(x => !known.Contains(x.Language)).Select(x => $"{x}: no test looks at blocks of '{x.Language}'"));
    }

    static void Parse(Fence block)
    {
        switch (block.Language)
        {
            case "yaml":
                new YamlStream().Load(new StringReader(block.Text));
                break;
            case "json":
                JsonDocument.Parse(block.Text);
                break;
            default:
                XDocument.Parse(block.Text);
                break;
        }
    }
}
