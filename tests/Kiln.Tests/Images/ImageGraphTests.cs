using Kiln.Images;

namespace Kiln.Tests.Images;

public sealed class ImageGraphTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, string dockerfile)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Dockerfile"), dockerfile);
        return new ImageSpec(name, folder);
    }

    [Fact]
    public void Knows_which_images_are_made_from_which()
    {
        var app = Image("app", "FROM base\nCOPY --from=team/tools /t /t\nCOPY --from=busybox /b /b\n");
        var tools = Image("team/tools", "FROM base:latest\n");
        var common = Image("base", "FROM debian\n");

        var graph = ImageGraph.Of([app, tools, common], Platform.LinuxAmd64);

        Assert.Equal(["base", "team/tools"], graph.BasesOf(app));
        Assert.Equal(["base"], graph.BasesOf(tools));
        Assert.Empty(graph.BasesOf(common));
        Assert.Empty(graph.Cycles);
    }

    [Fact]
    public void Shows_a_circle_as_the_way_around_it()
    {
        var graph = ImageGraph.Of(
            [Image("a", "FROM b\n"), Image("b", "FROM c\nCOPY --from=d /x /x\n"), Image("c", "FROM a\n"), Image("d", "FROM scratch\n")],
            Platform.LinuxAmd64);

        Assert.Equal(["a", "b", "c", "a"], Assert.Single(graph.Cycles));
    }

    [Fact]
    public void An_image_of_its_own_name_is_a_registry_s()
    {
        var debian = Image("debian", "FROM debian\n");

        Assert.Empty(ImageGraph.Of([debian], Platform.LinuxAmd64).BasesOf(debian));
    }
}
