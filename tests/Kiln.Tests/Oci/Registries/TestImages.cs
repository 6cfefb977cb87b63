using Kiln.Oci;
using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

/// <summary>Tiny images in a real registry. Another content is another digest, under the same tag too.</summary>
static class TestImages
{
    public static async Task<Digest> PushAsync(string reference, string content, params string[] architectures)
    {
        using var folder = new TestFolder();
        var layout = new TestLayout(folder.Path);
        layout.WriteIndex(layout.Index([.. architectures.Select(x => layout.Image(x, content + x))]));
        return await PushAsync(reference, folder.Path);
    }

    /// <summary>One manifest without an index.</summary>
    public static async Task<Digest> PushSingleAsync(string reference, string content, string architecture = "amd64")
    {
        using var folder = new TestFolder();
        var layout = new TestLayout(folder.Path);
        layout.WriteIndex(layout.Image(architecture, content));
        return await PushAsync(reference, folder.Path);
    }

    public static async Task<Digest> PushAsync(string reference, string folder)
    {
        using var client = Clients.Anonymous();
        var image = ImageReference.Parse(reference).WithDefaultTag();
        var layout = OciLayout.Open(folder);
        await new LayoutPusher(client, new PushOptions { Tags = TagPolicy.AllowMoves }).PushAsync(layout, image, [image.Tag!]);
        return layout.Root.Digest;
    }
}
