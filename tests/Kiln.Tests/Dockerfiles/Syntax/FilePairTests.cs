using Kiln.Dockerfiles;

namespace Kiln.Tests.Dockerfiles.Syntax;

/// <summary>Each <c>testdata/*.Dockerfile</c> has its tree beside it; <c>UPDATE_SNAPSHOTS=1</c> writes them.</summary>
public sealed class FilePairTests
{
    public static TheoryData<string> Names => [.. TestData.Files.Select(x => Path.GetFileNameWithoutExtension(x)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tree_is_the_expected_one(string name)
    {
        var text = File.ReadAllText(Path.Combine(TestData.Folder, $"{name}.Dockerfile"));
        var expected = Path.Combine(TestData.Folder, $"{name}.expected");

        var actual = TreeDump.Of(Dockerfile.Parse(text));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(expected, actual);

        Assert.Equal(File.ReadAllText(expected), actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_comes_back(string name)
    {
        var text = File.ReadAllText(Path.Combine(TestData.Folder, $"{name}.Dockerfile"));

        Assert.Equal(text, Dockerfile.Parse(text).ToString());
    }
}
