using System.Text.Json;

namespace Kiln.Pushing;

/// <summary><c>pushed.json</c>: what is where, for the jobs and tools that come after. One entry an image and registry.</summary>
static class PushedFile
{
    const int Version = 1;

    internal static void Write(string path, IEnumerable<PushedImage> pushed)
    {
        using (var stream = File.Create(path + ".new"))
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

        File.Move(path + ".new", path, overwrite: true);
    }

    static void Write(Utf8JsonWriter json, PushedImage image)
    {
        json.WriteStartObject();
        json.WriteString("name", image.Receipt.Name);
        json.WriteString("reference", image.Result.Image.ToString());
        json.WriteString("digest", image.Receipt.Digest.ToString());
        json.WriteStartArray("tags");
        foreach (var tag in image.Result.Tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
