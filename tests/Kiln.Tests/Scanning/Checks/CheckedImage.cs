using System.Text.Json.Nodes;
using Kiln.Oci;
using Kiln.Scanning;
using Kiln.Scanning.Checks;
using Kiln.Tests.Oci;
using Kiln.Tests.Oci.Layers;

namespace Kiln.Tests.Scanning.Checks;

/// <summary>An image of layers that a test writes, and what Kiln's own checks hold against it.</summary>
static class CheckedImage
{
    internal static readonly DateOnly Today = new(2026, 11, 28);

    /// <summary>Settings that nothing is held against, with what a test changes.</summary>
    internal static JsonObject Settings(params (string Name, JsonNode Value)[] others)
    {
        var settings = new JsonObject
        {
            ["User"] = "65532",
            ["Labels"] = new JsonObject
            {
                ["org.opencontainers.image.revision"] = "0123456789abcdef",
                ["org.opencontainers.image.source"] = "https://example.com/team/api",
            },
        };
        foreach (var (name, value) in others)
            settings[name] = value;
        return settings;
    }

    internal static Task<IReadOnlyList<Finding>> CheckAsync(params TestArchive[] layers) => CheckAsync(Settings(), x => x, layers);

    internal static Task<IReadOnlyList<Finding>> CheckAsync(JsonObject settings, params TestArchive[] layers) => CheckAsync(settings, x => x, layers);

    internal static async Task<IReadOnlyList<Finding>> CheckAsync(
        JsonObject settings, Func<ImageSpec, ImageSpec> describe, TestArchive[] layers, string[]? emptySteps = null)
    {
        using var folder = new TemporaryFolder();
        var layout = new TestLayout(folder["layout"]);
        var archives = layers.Select(x => x.Bytes()).ToArray();
        // Each kind of compression once.
        string[] types = [TestLayout.GzipLayer, TestLayout.ZstdLayer, TestLayout.PlainLayer];
        layout.WriteIndex(layout.Manifest(
            layout.Json(MediaTypes.OciConfig, new JsonObject
            {
                ["os"] = "linux",
                ["architecture"] = "amd64",
                ["config"] = settings,
                ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray([.. archives.Select(x => (JsonNode)Digest.OfBytes(x).ToString())]) },
                ["history"] = new JsonArray(
                [
                    .. archives.Select((_, at) => (JsonNode)new JsonObject { ["created_by"] = $"RUN step {at}" }),
                    .. (emptySteps ?? []).Select(x => (JsonNode)new JsonObject { ["created_by"] = x, ["empty_layer"] = true }),
                ]),
            }),
            [.. archives.Select((x, at) => layout.Blob(Compress(x, types[at % 3]), types[at % 3]))]));
        var opened = OciLayout.Open(folder["layout"]);
        var details = Assert.Single(await opened.ReadImagesAsync());
        var subject = new ScanSubject(describe(new ImageSpec("api", folder.Path)), opened, details, folder.Path);
        var report = await new BuiltInChecks(Today).ScanAsync(subject, CancellationToken.None);
        Assert.True(report.Scanner is { Name: "kiln", IsWithoutDatabase: true });
        return report.Findings;
    }

    static byte[] Compress(byte[] archive, string type) => type switch
    {
        TestLayout.GzipLayer => TestLayout.Gzip(archive),
        TestLayout.ZstdLayer => new ZstdSharp.Compressor().Wrap(archive).ToArray(),
        _ => archive,
    };
}
