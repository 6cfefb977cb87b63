using System.Text;
using System.Text.Json;

namespace Kiln.Pushing.Outputs;

/// <summary><c>pushed.json</c>: what is where, for the jobs and tools that come after. One entry an image and registry.</summary>
static class PushedFile
{
    internal const string Name = "pushed.json";

    const int Version = 1;

    internal static string Of(IEnumerable<PublishedImage> pushed)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("images");
            foreach (var image in pushed)
                Write(json, image);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static void Write(Utf8JsonWriter json, PublishedImage image)
    {
        json.WriteStartObject();
        json.WriteString("name", image.Name);
        json.WriteString("reference", image.Place.Image.ToString());
        json.WriteString("digest", image.Digest.ToString());
        json.WriteStartArray("tags");
        foreach (var tag in image.Place.Tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteStartArray("attached");
        foreach (var attached in image.Place.Attached)
        {
            json.WriteStartObject();
            json.WriteString("artifactType", attached.ArtifactType);
            json.WriteString("digest", attached.Digest.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
