namespace Kiln.Tests;

public class RegistryNamespaceTests
{
    [Theory]
    [InlineData("harbor.example.com/myproject", "harbor.example.com", "myproject", "harbor.example.com/myproject/api")]
    [InlineData("127.0.0.1:5000", "127.0.0.1:5000", null, "127.0.0.1:5000/api")]
    [InlineData("[::1]:5000/a/b", "[::1]:5000", "a/b", "[::1]:5000/a/b/api")]
    [InlineData("localhost", "localhost", null, "localhost/api")]
    [InlineData("index.docker.io/me", "docker.io", "me", "docker.io/me/api")]
    public void Names_images_below_it(string text, string registry, string? path, string image)
    {
        RegistryNamespace place = text;

        Assert.Equal((registry, path), (place.Registry, place.Path));
        Assert.Equal(image, place.Image("api").ToString());
    }

    [Fact]
    public void Is_made_from_texts_in_a_list()
    {
        IEnumerable<RegistryNamespace> places = ["harbor.example.com/myproject", "127.0.0.1:5000"];

        Assert.Equal([RegistryNamespace.Parse("harbor.example.com/myproject"), RegistryNamespace.Parse("127.0.0.1:5000")], places);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LocalHost:5000/x", true)]
    [InlineData("127.0.0.1:5000", true)]
    [InlineData("127.8.9.10", true)]
    [InlineData("[::1]:5000", true)]
    [InlineData("128.0.0.1:5000", false)]
    [InlineData("10.0.0.1:5000", false)]
    [InlineData("localhost.example.com", false)]
    [InlineData("127.0.0.1.example.com", false)]
    public void Knows_whether_it_is_on_this_machine(string text, bool isLoopback) =>
        Assert.Equal(isLoopback, RegistryNamespace.TryParse(text, out var place) && place.IsLoopback);

    [Theory]
    [InlineData("", "it is empty; write a host such as registry.example.com, and a path where one is needed.")]
    [InlineData("https://ghcr.io/a/", "it is an address; write 'ghcr.io/a'.")]
    [InlineData("ghcr.io/a/", "nothing follows the last '/'; write 'ghcr.io/a'.")]
    [InlineData("harbor/team", "'harbor' could be a host or a name on Docker Hub; write 'harbor:443/team' or 'docker.io/harbor/team'.")]
    [InlineData("ghcr.io/Team", "'Team' has upper case letters, which repositories may not; did you mean 'team'?")]
    [InlineData("ghcr.io/a:1", "'a:1' cannot be a part of a repository's name; use a to z and 0 to 9, with '.', '_', '__' or '-' between them only.")]
    [InlineData("127.0.0.1:0", "'0' is not a port; it must be a number from 1 to 65535.")]
    public void Refuses_other_texts_and_says_why(string text, string problem)
    {
        var error = Assert.Throws<KilnException>(() => (RegistryNamespace)text);

        Assert.Equal(("KILN1013", $"'{text}' is not a registry namespace: {problem}"), (error.Code, error.Message));
        Assert.False(RegistryNamespace.TryParse(text, out _));
    }
}
