using System.Text.Json.Serialization;
using Kiln.Primitives;

namespace Kiln.Receipts;

/// <summary>The receipt's JSON: camel case, indented, digests and platforms as text; what is not optional must be there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(ValueListConverter<PlatformReceipt>), typeof(ValueListConverter<LayerReceipt>),
        typeof(ValueListConverter<InputReceipt>), typeof(ValueListConverter<ScannerReceipt>),
        typeof(ValueListConverter<SbomReceipt>), typeof(ValueListConverter<string>),
    ])]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(PlatformReceipt[]))]
[JsonSerializable(typeof(LayerReceipt[]))]
[JsonSerializable(typeof(InputReceipt[]))]
[JsonSerializable(typeof(ScannerReceipt[]))]
[JsonSerializable(typeof(SbomReceipt[]))]
[JsonSerializable(typeof(string[]))]
sealed partial class ReceiptJson : JsonSerializerContext;
