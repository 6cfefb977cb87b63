using Kiln.Buildx.Loading;

namespace Kiln.Tests.Buildx.Loading;

public sealed class LocalNameTests
{
    static readonly ImageSpec Image = new("team/api", "/src/api");

    static readonly LoadRequest Request = new() { Engine = BakeSamples.Engine, Images = [Image], Commit = BakeSamples.Commit };

    [Fact]
    public void The_commit_names_an_image_and_a_dirty_tree_shows()
    {
        Assert.Equal(["team/api:cccccccccccc"], Of(Request));
        Assert.Equal(["team/api:cccccccccccc-dirty"], Of(Request with { Commit = BakeSamples.Commit with { IsDirty = true } }));
    }

    [Fact]
    public void Its_own_tags_win_and_those_of_the_run_win_over_them_also_latest_of_a_dirty_tree()
    {
        var dirty = Request with { Commit = BakeSamples.Commit with { IsDirty = true } };
        var tagged = Image with { Tags = ["1", "latest", "1"] };

        Assert.Equal(["team/api:1", "team/api:latest"], Of(dirty, tagged));
        Assert.Equal(["team/api:x"], Of(dirty with { Tags = ["x"] }, tagged));
    }

    [Fact]
    public void Without_a_commit_it_is_latest_as_Docker_has_it() =>
        Assert.Equal(["team/api:latest"], Of(Request with { Commit = null }));

    [Fact]
    public void An_engine_counts_as_having_what_it_shows_under_that_name_with_that_digest()
    {
        var (one, two) = (Digest.OfBytes([1]), Digest.OfBytes([2]));

        var images = EngineImages.Read($"{one} [\"team/api:1\",\"team/api:2\"]\n{two} [\"other:1\"]\n{two} null\n\n");

        Assert.True(images.Has(ImageReference.Parse("team/api:2"), one));
        Assert.True(images.Has(ImageReference.Parse("docker.io/library/other:1"), two));
        Assert.False(images.Has(ImageReference.Parse("other:1"), one));
        Assert.False(images.Has(ImageReference.Parse("team/api:3"), one));
    }

    static IEnumerable<string> Of(LoadRequest request, ImageSpec? image = null) =>
        LocalNames.Of(request, image ?? Image).Select(x => x.Familiar);
}
