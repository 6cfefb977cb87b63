using System.Text;
using System.Text.Json.Nodes;
using Kiln.Oci;

namespace Kiln.Tests.Oci;

/// <summary>Layouts that were changed by somebody who wants more than an image: read within their folder, or refused with a message.</summary>
public sealed class HostileLayoutTests : IDisposable
{
    readonly TestFolder _folder = new();

    public static TheoryData<string> Changes =>
    [
        "digest that leads out", "negative size", "manifest of gigabytes", "layers without end", "nested deeply", "both kinds at once", "config that is a layer",
        "layer that is a manifest", "history of a million", "platform of megabytes", "nulls",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_changed_on_purpose_is_refused(string change)
    {
        var place = _folder["layout"];
        var layout = new TestLayout(place);
        var image = layout.Image("amd64", "content");
        layout.WriteIndex(Change(layout, image, change));

        await RefusesAsync(place);
    }

    [Fact]
    public async Task What_is_changed_by_chance_is_read_or_refused()
    {
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var place = _folder[$"layout-{round}"];
            TestLayout.OfTwoPlatforms(place);
            var files = Directory.GetFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
            var file = files[random.Next(files.Length)];
            var bytes = File.ReadAllBytes(file);
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            File.WriteAllBytes(file, bytes);
            try
            {
                var opened = OciLayout.Open(place);
                await opened.VerifyAsync();
                await opened.ReadImagesAsync();
            }
            catch (KilnException)
            {
            }
        }

        Assert.Equal(100, Directory.GetDirectories(_folder.Path).Length);
    }

    async Task RefusesAsync(string place)
    {
        var outside = _folder["outside"];
        await File.WriteAllTextAsync(outside, "outside");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var failure = await Assert.ThrowsAsync<KilnException>(async () =>
        {
            var opened = OciLayout.Open(place);
            await opened.VerifyAsync();
            await opened.ReadImagesAsync();
        });

        Assert.StartsWith("KILN", failure.Code, StringComparison.Ordinal);
        Assert.Equal("outside", await File.ReadAllTextAsync(outside));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 50_000_000);
    }

    static JsonObject Change(TestLayout layout, JsonObject image, string change)
    {
        var tar = TestLayout.Tar("a", "b");
        JsonObject Layer() => layout.Blob(tar, TestLayout.PlainLayer);
        switch (change)
        {
            case "digest that leads out":
                image["digest"] = "sha256:../../../outside";
                return image;
            case "negative size":
                image["size"] = -1;
                return image;
            case "manifest of gigabytes":
                image["size"] = 3L << 30;
                return image;
            case "layers without end":
                return layout.Manifest(layout.Config("amd64", tar), [.. Enumerable.Range(0, 5_000).Select(_ => Layer())]);
            case "nested deeply":
                return layout.Blob(Encoding.ASCII.GetBytes(new string('[', 100_000)), MediaTypes.OciManifest);
            case "both kinds at once":
                return layout.Json(MediaTypes.OciManifest, new JsonObject { ["config"] = layout.Config("amd64", tar), ["layers"] = new JsonArray(Layer()), ["manifests"] = new JsonArray() });
            case "config that is a layer":
                return layout.Manifest(Layer(), Layer());
            case "layer that is a manifest":
                return layout.Manifest(layout.Config("amd64", tar), image);
            case "history of a million":
                return layout.Manifest(
                    layout.Blob(Encoding.UTF8.GetBytes($$"""{"os":"linux","architecture":"amd64","rootfs":{"diff_ids":[]},"history":[{{string.Join(',', Enumerable.Repeat("{}", 2_000_000))}}]}"""), MediaTypes.OciConfig));
            case "platform of megabytes":
                return layout.Manifest(layout.Json(MediaTypes.OciConfig, new JsonObject { ["os"] = new string('o', 3_000_000), ["architecture"] = "amd64", ["rootfs"] = new JsonObject() }));
            default:
                return layout.Blob("null"u8.ToArray(), MediaTypes.OciManifest);
        }
    }
}
