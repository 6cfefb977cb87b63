using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Kiln.Engine.Parameters;

/// <summary>
/// JSON objects to dictionaries, or to objects whose public fields and properties have the same names.
/// </summary>
static class JsonObjects
{
    const BindingFlags Settable = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    public static object Convert(JsonElement json, Type type, Func<JsonElement, Type, object?> convert)
    {
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string))
            return ToDictionary(json, value, convert);

        var result = type.GetConstructor(Type.EmptyTypes)?.Invoke(null)
            ?? throw new FormatException($"An object could not be converted to '{TypeNames.Of(type)}'.");
        foreach (var property in json.EnumerateObject())
        {
            if (type.GetField(property.Name, Settable) is { } field)
                field.SetValue(result, convert(property.Value, field.FieldType));
            else if (type.GetProperty(property.Name, Settable) is { CanWrite: true } member)
                member.SetValue(result, convert(property.Value, member.PropertyType));
        }

        return result;
    }

    static IDictionary ToDictionary(JsonElement json, Type valueType, Func<JsonElement, Type, object?> convert)
    {
        var type = typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType);
        var dictionary = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var property in json.EnumerateObject())
            dictionary[property.Name] = convert(property.Value, valueType);

        return dictionary;
    }
}
