using System.Formats.Tar;
using System.Text.Json;
using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>
/// Layouts as one archive that <c>docker load</c> takes, written while it is read: nothing is copied to a disk, and no layout
/// changes. Manifests keep their bytes, so images keep their digests.
/// </summary>
public static class LayoutArchive
{
    /// <summary>All layouts with all their names; what several of them hold is written once.</summary>
    public static async Task WriteAsync(
        ValueList<NamedLayout> layouts, Stream stream, CancellationToken cancellationToken = default)
    {
        await using var archive = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true);
        await WriteAsync(archive, "oci-layout", """{"imageLayoutVersion":"1.0.0"}"""u8.ToArray(), cancellationToken);
        await WriteAsync(archive, "index.json", Index(layouts), cancellationToken);
        var written = new HashSet<Digest>();
        foreach (var layout in layouts.Select(x => x.Layout))
        {
            var contents = layout.ReadContents();
            foreach (var blob in contents.Blobs.Concat(contents.Manifests).Where(x => written.Add(x.Digest)))
            {
                await using var bytes = layout.OpenBlob(blob);
                await WriteAsync(archive, $"blobs/{blob.Digest.Algorithm}/{blob.Digest.Hex}", bytes, cancellationToken);
            }
        }
    }

    /// <summary>
    /// One entry for each name. The annotations are those that containerd names images by (its images/archive/importer.go)
    /// and that the OCI image specification 1.1 has for tags (annotations.md).
    /// </summary>
    static byte[] Index(ValueList<NamedLayout> layouts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 2);
            json.WriteString("mediaType", MediaTypes.OciIndex);
            json.WriteStartArray("manifests");
            foreach (var layout in layouts)
            {
                foreach (var name in layout.Names)
                    Write(json, layout.Layout.Root, name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    static void Write(Utf8JsonWriter json, Descriptor root, ImageReference name)
    {
        json.WriteStartObject();
        json.WriteString("mediaType", root.MediaType);
        json.WriteString("digest", root.Digest.ToString());
        json.WriteNumber("size", root.Size);
        json.WriteStartObject("annotations");
        json.WriteString("io.containerd.image.name", name.ToString());
        json.WriteString("org.opencontainers.image.ref.name", name.Tag);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static async Task WriteAsync(TarWriter archive, string path, byte[] content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(content);
        await WriteAsync(archive, path, bytes, cancellationToken);
    }

    static Task WriteAsync(TarWriter archive, string path, Stream content, CancellationToken cancellationToken) =>
        archive.WriteEntryAsync(
            new UstarTarEntry(TarEntryType.RegularFile, path) { DataStream = content }, cancellationToken);
}
