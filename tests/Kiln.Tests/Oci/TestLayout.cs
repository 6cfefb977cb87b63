using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Kiln.Oci;

namespace Kiln.Tests.Oci;

/// <summary>Builds OCI layouts by hand, as BuildKit would write them, and damages them.</summary>
sealed class TestLayout
{
    public const string GzipLayer = "application/vnd.oci.image.layer.v1.tar+gzip";
    public const string ZstdLayer = "application/vnd.oci.image.layer.v1.tar+zstd";
    public const string PlainLayer = "application/vnd.oci.image.layer.v1.tar";

    readonly string _folder;

    public TestLayout(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, "blobs", "sha256"));
        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        WriteIndex();
    }

    /// <summary>An index of two platforms, each with a gzip layer of its own above a shared plain one.</summary>
    public static OciLayout OfTwoPlatforms(string folder, string content = "content")
    {
        var layout = new TestLayout(folder);
        layout.WriteIndex(
            layout.Index(layout.Image("amd64", content + "-amd64"), layout.Image("arm64", content + "-arm64")));
        return OciLayout.Open(folder);
    }

    public JsonObject Image(string architecture, string content)
    {
        var shared = Tar("shared", "the same for all");
        var own = Tar("own", content);
        return Manifest(
            Config(architecture, shared, own), Blob(shared, PlainLayer), Blob(Gzip(own), GzipLayer));
    }

    public JsonObject Config(string architecture, params byte[][] tars) => Json(MediaTypes.OciConfig, new JsonObject
    {
        ["os"] = "linux",
        ["architecture"] = architecture,
        ["created"] = "2024-05-01T10:00:00Z",
        ["config"] = new JsonObject { ["User"] = "65532", ["Env"] = new JsonArray("PATH=/bin") },
        ["rootfs"] = new JsonObject
        {
            ["type"] = "layers",
            ["diff_ids"] = new JsonArray([.. tars.Select(tar => (JsonNode)Digest.OfBytes(tar).ToString())]),
        },
        ["history"] = new JsonArray(
        [
            .. tars.Select((_, position) => (JsonNode)new JsonObject { ["created_by"] = $"COPY {position} /" }),
            new JsonObject { ["created_by"] = "USER 65532", ["empty_layer"] = true },
        ]),
    });

    public JsonObject Manifest(JsonObject config, params JsonObject[] layers) =>
        Json(MediaTypes.OciManifest, new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = MediaTypes.OciManifest,
            ["config"] = config,
            ["layers"] = new JsonArray([.. layers]),
        });

    public JsonObject Index(params JsonObject[] manifests) =>
        Json(MediaTypes.OciIndex, IndexOf(MediaTypes.OciIndex, manifests));

    public void WriteIndex(params JsonObject[] roots) =>
        File.WriteAllText(Path.Combine(_folder, "index.json"), IndexOf(null, roots).ToJsonString());

    public JsonObject Json(string mediaType, JsonObject document) =>
        Blob(Encoding.UTF8.GetBytes(document.ToJsonString()), mediaType);

    public JsonObject Blob(byte[] bytes, string mediaType)
    {
        var digest = Digest.OfBytes(bytes);
        File.WriteAllBytes(Path.Combine(_folder, "blobs", "sha256", digest.Hex), bytes);
        return new JsonObject { ["mediaType"] = mediaType, ["digest"] = digest.ToString(), ["size"] = bytes.Length };
    }

    public static byte[] Tar(string name, string content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                ModificationTime = DateTimeOffset.UnixEpoch,
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
            });
        return bytes.ToArray();
    }

    public static byte[] Gzip(byte[] plain)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(plain);
        return bytes.ToArray();
    }

    static JsonObject IndexOf(string? mediaType, JsonObject[] manifests)
    {
        var index = new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray([.. manifests]) };
        if (mediaType is not null)
            index["mediaType"] = mediaType;
        return index;
    }
}
