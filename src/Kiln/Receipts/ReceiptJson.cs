using System.Text.Json;
using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln.Receipts;

/// <summary>The receipt's JSON: camel case, indented, digests and platforms as text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(DigestConverter), typeof(PlatformConverter),
        typeof(ValueListConverter<PlatformReceipt>), typeof(ValueListConverter<LayerReceipt>),
    ])]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(PlatformReceipt[]))]
[JsonSerializable(typeof(LayerReceipt[]))]
sealed partial class ReceiptJson : JsonSerializerContext;

/// <summary>A digest as its text.</summary>
sealed class DigestConverter : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Digest.TryParse(reader.GetString(), out var digest) ? digest : throw new JsonException($"'{reader.GetString()}' is no digest");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A platform as its text.</summary>
sealed class PlatformConverter : JsonConverter<Platform>
{
    public override Platform Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Platform.TryParse(reader.GetString(), out var platform) ? platform : throw new JsonException($"'{reader.GetString()}' is no platform");

    public override void Write(Utf8JsonWriter writer, Platform value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A value list as an array.</summary>
sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T[]>(ref reader, options)!.ToValueList();

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
