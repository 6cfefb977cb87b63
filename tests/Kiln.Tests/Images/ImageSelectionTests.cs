using Kiln.Images;
using Kiln.Primitives;

namespace Kiln.Tests.Images;

public sealed class ImageSelectionTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_subset_brings_what_it_is_made_from_and_nothing_else()
    {
        ValueList<ImageSpec> images = [Image("api", "runtime"), Image("base", "scratch"), Image("runtime", "base"), Image("web", "base")];
        var graph = ImageGraph.Of(images, Platform.LinuxAmd64);

        Assert.Equal(["api", "base", "runtime"], ImageSelection.WithBases(images, ["api"], graph).Select(x => x.Name));
        Assert.Equal(["api"], ImageSelection.Named(images, ["api"]).Select(x => x.Name));
        Assert.Equal(4, ImageSelection.WithBases(images, [], graph).Count);
        Assert.Equal(["base", "runtime", "api"], graph.BasesFirst(images).Select(x => x.Name).Where(x => x != "web"));
    }

    [Fact]
    public void A_name_that_no_image_has_is_refused_with_the_nearest_one()
    {
        var failure = Assert.Throws<KilnException>(
            () => ImageSelection.Named([new("worker", "/w"), new("api", "/a")], ["wroker", "x-files"]));

        Assert.Equal(
            """
            KILN1024: No image is called 'wroker'. Did you mean 'worker'?
            No image is called 'x-files'. The build's images are 'worker', 'api'.
            """,
            failure.ToString());
    }

    ImageSpec Image(string name, string from)
    {
        _folder.Write($"{name}/Dockerfile", $"FROM {from}");
        return new ImageSpec(name, _folder[name]);
    }

    public void Dispose() => _folder.Dispose();
}
