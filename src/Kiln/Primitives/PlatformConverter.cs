using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln.Primitives;

/// <summary>
/// Reads any well-formed platform, since what an image in a registry claims need not be one that Kiln builds for.
/// </summary>
sealed class PlatformConverter : JsonConverter<Platform>
{
    public override Platform Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.GetString() ?? "").Split('/') switch
        {
            [var os, var architecture] => new(os, architecture),
            [var os, var architecture, var variant] => new(os, architecture, variant),
            var other => Platform.Parse(string.Join('/', other)),
        };

    public override Platform ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, Platform value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Platform value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}
