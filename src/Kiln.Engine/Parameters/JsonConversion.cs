using System.Collections;
using System.Text.Json;
using Nuke.Common.IO;

namespace Kiln.Engine.Parameters;

/// <summary>JSON to the type of a parameter. Paths in files are relative to the root directory.</summary>
sealed class JsonConversion(AbsolutePath rootDirectory)
{
    public object? Convert(JsonElement json, Type type) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array => ToList([.. json.EnumerateArray()], type),
        JsonValueKind.Object => JsonObjects.Convert(json, type, Convert),
        JsonValueKind.String => ToScalar(json.GetString()!, type),
        _ => ToScalar(json.GetRawText(), type),
    };

    object? ToScalar(string text, Type type)
        => typeof(IAbsolutePathHolder).IsAssignableFrom(type) && !Path.IsPathRooted(text)
            ? ValueConversion.Convert(rootDirectory / text, type)
            : ValueConversion.Convert(text, type);

    object ToList(List<JsonElement> items, Type type)
    {
        var elementType = ElementType(type)
            ?? throw new FormatException($"A list could not be converted to '{TypeNames.Of(type)}'.");
        var listType = typeof(List<>).MakeGenericType(elementType);
        if (!type.IsArray && !type.IsAssignableFrom(listType))
            throw new FormatException($"A list could not be converted to '{TypeNames.Of(type)}'.");

        IList list = type.IsArray
            ? Array.CreateInstance(elementType, items.Count)
            : (IList)Activator.CreateInstance(listType)!;
        for (var i = 0; i < items.Count; i++)
        {
            if (type.IsArray)
                list[i] = Convert(items[i], elementType);
            else
                list.Add(Convert(items[i], elementType));
        }

        return list;
    }

    static Type? ElementType(Type type)
        => type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0]
        : null;
}
