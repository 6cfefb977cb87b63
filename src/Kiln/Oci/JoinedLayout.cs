using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>Images of one platform each, made into one image of several: byte for byte the index that BuildKit writes (exporter/containerimage/writer.go).</summary>
static class JoinedLayout
{
    static readonly byte[] Mark = "{\"imageLayoutVersion\":\"1.0.0\"}"u8.ToArray();

    /// <summary>Writes the layout into a new folder and answers the index's digest.</summary>
    /// <param name="folder">The new folder.</param>
    /// <param name="parts">What is joined, in the index's order.</param>
    /// <param name="annotations">The index's.</param>
    /// <param name="take">How a blob's file comes to its new place: moved, and the parts are empty afterwards, or linked.</param>
    internal static Digest Write(
        string folder, ValueList<(Platform Platform, OciLayout Layout)> parts, ValueMap<string> annotations, Action<string, string> take)
    {
        foreach (var (_, layout) in parts)
            TakeBlobs(layout, folder, take);
        var index = Index(parts.Select(x => x.Layout.Root with { Platform = x.Platform, Annotations = [] }), annotations);
        var digest = Digest.OfBytes(index);
        var blobs = Directory.CreateDirectory(Path.Combine(folder, "blobs", digest.Algorithm)).FullName;
        File.WriteAllBytes(Path.Combine(blobs, digest.Hex), index);
        var root = new Descriptor { MediaType = MediaTypes.OciIndex, Digest = digest, Size = index.Length };
        File.WriteAllBytes(Path.Combine(folder, "index.json"), Index([root], []));
        File.WriteAllBytes(Path.Combine(folder, "oci-layout"), Mark);
        return digest;
    }

    // Layers that several platforms share lie in each of their layouts.
    static void TakeBlobs(OciLayout layout, string folder, Action<string, string> take)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(layout.Folder, "blobs"), "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(folder, Path.GetRelativePath(layout.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place))
                take(file, place);
        }
    }

    static byte[] Index(IEnumerable<Descriptor> manifests, ValueMap<string> annotations)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 2);
            json.WriteString("mediaType", MediaTypes.OciIndex);
            json.WriteStartArray("manifests");
            foreach (var manifest in manifests)
                Write(json, manifest);
            json.WriteEndArray();
            if (annotations.Count > 0)
                Write(json, annotations);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetBytes(AsGoWritesIt(Encoding.UTF8.GetString(stream.ToArray())));
    }

    static void Write(Utf8JsonWriter json, Descriptor manifest)
    {
        json.WriteStartObject();
        json.WriteString("mediaType", manifest.MediaType);
        json.WriteString("digest", manifest.Digest.ToString());
        json.WriteNumber("size", manifest.Size);
        if (manifest.Platform is { } platform)
        {
            json.WriteStartObject("platform");
            json.WriteString("architecture", platform.Architecture);
            json.WriteString("os", platform.Os);
            if (platform.Variant is { } variant)
                json.WriteString("variant", variant);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ValueMap<string> annotations)
    {
        json.WriteStartObject("annotations");
        foreach (var (key, value) in annotations)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    // encoding/json escapes these in every text, and they stand nowhere else in it.
    static string AsGoWritesIt(string json) => json
        .Replace("<", "\\u003c").Replace(">", "\\u003e").Replace("&", "\\u0026");
}
