using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using Kiln.Engine.Parameters;

namespace Kiln.Engine.Schema;

/// <summary>Schemas of types. Enums and objects become definitions that are referred to.</summary>
sealed class TypeSchemas
{
    public JsonObject Definitions { get; } = [];

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    public static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    public JsonObject Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return OrNull(Of(underlying));
        if (Simple(type) is { } simple)
            return simple;
        if (type.IsEnum)
            return Defined(type, () => Enumeration(type));
        if (Converts(type))
            return new() { ["type"] = "string" };
        if (type.IsArray)
            return ListOf(Of(type.GetElementType()!));
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return Generic(type.GetGenericArguments());

        return Defined(type, () => Complex(type));
    }

    JsonObject Generic(Type[] arguments)
        => arguments is [var item]
            ? ListOf(Of(item))
            : new() { ["type"] = "object", ["additionalProperties"] = Of(arguments[^1]) };

    static JsonObject? Simple(Type type) => type == typeof(object) || type == typeof(string)
        ? new() { ["type"] = "string" }
        : type.IsEnum ? null : Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => new() { ["type"] = "boolean" },
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 => new() { ["type"] = "integer", ["format"] = "int32" },
            TypeCode.Int64 => new() { ["type"] = "integer", ["format"] = "int64" },
            TypeCode.Single or TypeCode.Double => new() { ["type"] = "number", ["format"] = "double" },
            TypeCode.Decimal => new() { ["type"] = "number", ["format"] = "decimal" },
            _ => null,
        };

    static bool Converts(Type type)
        => type.IsDefined(typeof(TypeConverterAttribute)) || (type.IsValueType && type.Namespace == nameof(System));

    JsonObject Defined(Type type, Func<JsonObject> describe)
    {
        if (!Definitions.ContainsKey(type.Name))
        {
            // Entered first, for types that contain themselves.
            Definitions[type.Name] = new JsonObject();
            Definitions[type.Name] = describe();
        }

        return Reference(type.Name);
    }

    static JsonObject Enumeration(Type type) => new()
    {
        ["type"] = "string",
        ["description"] = "",
        ["enum"] = new JsonArray([.. EnumNames.Of(type)!.Select(x => JsonValue.Create(x))]),
    };

    JsonObject Complex(Type type)
    {
        var properties = new JsonObject();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            properties[field.Name] = Member(field.FieldType);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.CanWrite))
            properties[property.Name] = Member(property.PropertyType);

        return new() { ["type"] = "object", ["properties"] = properties };
    }

    JsonObject Member(Type type) => type.IsValueType ? Of(type) : OrNull(Of(type));

    static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is not JsonValue type)
            return new() { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, schema) };

        string[] types = [type.GetValue<string>(), "null"];
        schema["type"] = new JsonArray([.. types.Order(StringComparer.Ordinal).Select(x => JsonValue.Create(x))]);
        return schema;
    }
}
