using System.ComponentModel;
using System.Globalization;
using Kiln.Primitives;

namespace Kiln.Engine.Parameters;

/// <summary>Text to values, as NUKE converts: by the type's own converter; the common types take a short cut.</summary>
static class ValueConversion
{
    /// <summary>No value at all: a switch is on, a list is empty, everything else is missing.</summary>
    public static object? Convert(IReadOnlyList<string> values, Type type, bool booleanDefault)
    {
        if (type.IsArray)
            return ToArray(values, type.GetElementType()!);

        return values.Count switch
        {
            0 when Underlying(type) == typeof(bool) => booleanDefault,
            0 => null,
            1 => Convert(values[0], type),
            _ => throw new FormatException(
                $"Value [ {string.Join(", ", values)} ] cannot be assigned to '{TypeNames.Of(type)}'."),
        };
    }

    public static object? Convert(string value, Type type)
    {
        try
        {
            return ConvertScalar(value, Underlying(type));
        }
        catch (Exception)
        {
            // Converters throw whatever they like; for the user it is always the value that does not fit.
            throw new FormatException(
                $"Value '{value}' could not be converted to '{TypeNames.Of(type)}'.{Hint(value, type)}");
        }
    }

    public static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    static object? ConvertScalar(string value, Type type)
    {
        if (type == typeof(string) || type == typeof(object))
            return value;
        if (type == typeof(bool))
            return bool.Parse(value);
        if (type == typeof(int))
            return int.Parse(value, CultureInfo.InvariantCulture);
        if (type.IsEnum)
            return Enum.Parse(type, value, ignoreCase: true);

        return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
    }

    static Array ToArray(IReadOnlyList<string> values, Type elementType)
    {
        var array = Array.CreateInstance(elementType, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(Convert(values[i], elementType), i);

        return array;
    }

    static string Hint(string value, Type type)
    {
        if (Underlying(type) == typeof(bool))
            return " Write 'true' or 'false', or nothing; targets come before the first argument.";

        return EnumNames.Of(type) is { } names
            ? $" Allowed are: {string.Join(", ", names)}.{NearestName.Question(value, names)}"
            : "";
    }
}
