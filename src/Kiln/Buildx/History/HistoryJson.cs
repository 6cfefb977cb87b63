using System.Text.Json.Serialization;

namespace Kiln.Buildx.History;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RememberedBuild))]
sealed partial class HistoryJson : JsonSerializerContext;
