using System.Text.Json.Serialization;
using Kiln.Primitives;
using Kiln.Scanning.Gating;

namespace Kiln.Scanning;

/// <summary>The JSON of stored reports and of the gate: camel case, indented, digests and platforms as text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ValueListConverter<Finding>), typeof(ValueListConverter<Exemption>), typeof(ValueListConverter<ClassLimit>),
        typeof(ValueListConverter<KnownFinding>)])]
[JsonSerializable(typeof(ScanReport))]
[JsonSerializable(typeof(ScanGate))]
[JsonSerializable(typeof(Finding[]))]
[JsonSerializable(typeof(Exemption[]))]
[JsonSerializable(typeof(ClassLimit[]))]
[JsonSerializable(typeof(KnownFinding[]))]
sealed partial class ScanJson : JsonSerializerContext;
