using System.Reflection;

namespace Kiln.Components.Tests.Reference;

/// <summary>Types as C# has them.</summary>
static class TypeText
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    /// <summary>Nested ones with what they are nested in: <c>Trigger.Push</c>.</summary>
    internal static string Of(Type type) => Nullable.GetUnderlyingType(type) is { } value ? $"{Of(value)}?"
        : Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsArray ? $"{Of(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : type is { IsNested: true, DeclaringType: { } outer } ? $"{Of(outer)}.{type.Name}"
        : type.Name;

    /// <summary>With <c>?</c> where it may be null.</summary>
    internal static string Of(PropertyInfo property) =>
        Of(property.PropertyType) is var text && !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable ? $"{text}?" : text;
}
