using Kiln.Buildx;
using Kiln.Buildx.History;
using Kiln.Contexts;

namespace Kiln.Tests.Buildx.History;

public sealed class HistoryStoreTests : IDisposable
{
    static readonly ImageSpec Api = new("team/api", "api");

    readonly TemporaryFolder _folder = new();

    HistoryStore Store => new(new BuildFolders(_folder.Path, _folder["artifacts"], _folder["temporary"]));

    [Fact]
    public void What_was_kept_is_found_and_other_images_are_not_known()
    {
        Store.Keep(Api, Build("x"));

        var found = Store.Find(Api)!;
        Assert.Equal(("FROM x\n", "x", 1.5), (found.Inputs.Dockerfile, found.Inputs.Contexts[""], found.Seconds["step"]));
        Assert.Null(Store.Find(new ImageSpec("team-api", "api")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"inputs\":null,\"seconds\":{}}")]
    public void What_cannot_be_read_is_not_there(string text)
    {
        _folder.Write("temporary/build-images/history/team-SLASH-api.json", text);

        Assert.Null(Store.Find(Api));
        Assert.Equal("", Store.FindContents("none").ToString());
    }

    [Fact]
    public void States_of_contexts_that_nobody_was_built_from_last_are_deleted()
    {
        var (first, second) = (Store.Keep(Contents("one")), Store.Keep(Contents("two")));
        Store.Keep(Api, Build(second));

        Store.Tidy();

        Assert.Equal("", Store.FindContents(first).ToString());
        Assert.Equal(Contents("two").ToString(), Store.FindContents(second).ToString());
    }

    static ContextContents Contents(string digest) => ContextContents.Parse($"{digest}\t1\t1\t644\tfile\n");

    static RememberedBuild Build(string context) => new(
        new BuildInputs
        {
            Dockerfile = "FROM x\n",
            Arguments = new Dictionary<string, string>(),
            Pins = new Dictionary<string, string>(),
            Settings = new Dictionary<string, string>(),
            Platforms = ["linux/amd64"],
            Builder = "docker",
            Contexts = new Dictionary<string, string> { [""] = context },
        },
        new Dictionary<string, double> { ["step"] = 1.5 });

    public void Dispose() => _folder.Dispose();
}
