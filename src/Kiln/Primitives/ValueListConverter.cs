using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln.Primitives;

/// <summary>A value list as a JSON array; nothing is no list.</summary>
sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T[]>(ref reader, options)?.ToValueList() ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
