using Kiln.Oci;

namespace Kiln.Tests.Oci;

public sealed class JoinedLayoutTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    OciLayout Part(string architecture)
    {
        var folder = Path.Combine(_folder.Path, architecture);
        var layout = new TestLayout(folder);
        layout.WriteIndex(layout.Image(architecture, architecture));
        return OciLayout.Open(folder);
    }

    [Fact]
    public async Task Images_of_a_platform_each_become_one_as_BuildKit_would_write_it()
    {
        var (amd64, arm) = (Part("amd64"), Part("arm"));
        var folder = Path.Combine(_folder.Path, "joined");

        var digest = JoinedLayout.Write(
            folder, [(Platform.LinuxAmd64, amd64), (Platform.LinuxArmV7, arm)], [new("b", "<1> & \"ü\""), new("a", "x+y/z")], File.Move);

        var joined = OciLayout.Open(folder);
        await joined.VerifyAsync(CancellationToken.None);
        Assert.Equal(digest, joined.Root.Digest);
        Assert.Equal(
            $$"""
            {
              "schemaVersion": 2,
              "mediaType": "application/vnd.oci.image.index.v1+json",
              "manifests": [
                {
                  "mediaType": "application/vnd.oci.image.manifest.v1+json",
                  "digest": "{{amd64.Root.Digest}}",
                  "size": {{amd64.Root.Size}},
                  "platform": {
                    "architecture": "amd64",
                    "os": "linux"
                  }
                },
                {
                  "mediaType": "application/vnd.oci.image.manifest.v1+json",
                  "digest": "{{arm.Root.Digest}}",
                  "size": {{arm.Root.Size}},
                  "platform": {
                    "architecture": "arm",
                    "os": "linux",
                    "variant": "v7"
                  }
                }
              ],
              "annotations": {
                "a": "x+y/z",
                "b": "\u003c1\u003e \u0026 \"ü\""
              }
            }
            """.ReplaceLineEndings("\n"),
            File.ReadAllText(joined.BlobPath(digest)));
    }

    [Fact]
    public void Layers_that_platforms_share_are_there_once()
    {
        var (amd64, arm64) = (Part("amd64"), Part("arm64"));

        JoinedLayout.Write(Path.Combine(_folder.Path, "joined"), [(Platform.LinuxAmd64, amd64), (Platform.LinuxArm64, arm64)], [], File.Move);

        var contents = OciLayout.Open(Path.Combine(_folder.Path, "joined")).ReadContents();
        Assert.Equal((5, 3), (contents.Blobs.Count, contents.Manifests.Count));
    }
}
