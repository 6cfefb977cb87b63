using System.ComponentModel;

namespace Nuke.Common;

/// <summary>Reads the text of a variable as the type that is asked for.</summary>
internal static class VariableConversion
{
    internal static T? To<T>(string value, char? separator) => (T?)To(value, typeof(T), separator);

    private static object? To(string value, Type type, char? separator)
    {
        if (type.IsArray)
            return ToArray(separator is { } character ? value.Split(character) : [value], type.GetElementType()!);
        if (type == typeof(bool) && value.Length == 0)
            return false;
        return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
    }

    private static Array ToArray(string[] values, Type elementType)
    {
        var array = Array.CreateInstance(elementType, values.Length);
        for (var i = 0; i < values.Length; i++)
            array.SetValue(To(values[i], elementType, separator: null), i);
        return array;
    }
}
