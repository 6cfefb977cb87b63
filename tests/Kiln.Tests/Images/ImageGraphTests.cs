using Kiln.Buildx;
using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Tests.Images;

public sealed class ImageGraphTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, params string[] lines)
    {
        _folder.Write($"{name}/Dockerfile", string.Join('\n', lines));
        return new ImageSpec(name, _folder[name]);
    }

    static ImageGraph GraphOf(params ImageSpec[] images) => ImageGraph.Of([.. images], Platform.LinuxAmd64);

    [Fact]
    public void Images_are_made_from_those_that_they_name_whatever_for()
    {
        var image = Image("app", "FROM team/base:latest AS one", "RUN --mount=from=tools,target=/t a", "COPY --from=docker.io/library/assets / /");

        var graph = GraphOf(image, Image("team/base", "FROM scratch"), Image("tools", "FROM scratch"), Image("assets", "FROM scratch"), Image("other", "FROM scratch"));

        Assert.Equal(["assets", "team/base", "tools"], graph.BasesOf(image));
        Assert.Empty(graph.Cycles);
    }

    [Fact]
    public void Another_tag_than_latest_is_another_image()
    {
        var image = Image("app", "FROM base:1");

        Assert.Empty(GraphOf(image, Image("base", "FROM scratch")).BasesOf(image));
    }

    [Fact]
    public void An_image_that_names_itself_means_that_of_the_registry()
    {
        var image = Image("alpine", "FROM alpine");

        var graph = GraphOf(image);

        Assert.Empty(graph.BasesOf(image));
        Assert.Empty(graph.Cycles);
    }

    [Fact]
    public void A_stage_is_never_taken_for_an_image_of_the_same_name()
    {
        var image = Image("app", "FROM golang AS build", "FROM scratch", "COPY --from=build / /");

        Assert.Empty(GraphOf(image, Image("build", "FROM scratch")).BasesOf(image));
    }

    [Fact]
    public void Every_platform_and_the_single_stage_count()
    {
        var image = Image("app", "FROM tools AS single", "FROM base-$TARGETARCH") with
        {
            Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
            SingleStage = "single",
        };

        var graph = GraphOf(image, Image("base-amd64", "FROM scratch"), Image("base-arm64", "FROM scratch"), Image("tools", "FROM scratch"));

        Assert.Equal(["base-amd64", "base-arm64", "tools"], graph.BasesOf(image));
    }

    [Fact]
    public void A_circle_is_told_by_its_real_path() => Assert.Equal(
        [["a", "b", "c", "a"]],
        GraphOf(Image("a", "FROM b"), Image("b", "FROM c"), Image("c", "FROM a"), Image("d", "FROM a")).Cycles);

    [Fact]
    public void What_only_leads_to_a_circle_is_not_in_it() => Assert.Equal(
        [["a", "b", "a"]],
        GraphOf(Image("a", "FROM b"), Image("b", "FROM a", "COPY --from=side / /"), Image("side", "FROM scratch"), Image("user", "FROM a")).Cycles);

    [Fact]
    public void Each_circle_is_told()
    {
        var graph = GraphOf(Image("a", "FROM b"), Image("b", "FROM a"), Image("c", "FROM d"), Image("d", "FROM c"));

        Assert.Equal([["a", "b", "a"], ["c", "d", "c"]], graph.Cycles);
    }

    [Fact]
    public void A_build_with_a_circle_is_refused_with_its_path()
    {
        ValueList<ImageSpec> images = [Image("a", "FROM b"), Image("b", "FROM c"), Image("c", "FROM a")];

        var error = Assert.Throws<KilnException>(() => ImageChecks.Require(images));

        Assert.Equal(
            ("KILN1014", "Images are made from each other in a circle: a → b → c → a. Give one of them another base."),
            (error.Code, error.Message));
    }
}
