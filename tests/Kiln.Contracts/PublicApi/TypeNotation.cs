using System.Runtime.CompilerServices;

namespace Kiln.Contracts.PublicApi;

/// <summary>Names of types as the API list writes them: full names, C# keywords, <c>?</c> for nullable values only.</summary>
internal static class TypeNotation
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value) + "?";
        return type.IsAssignableTo(typeof(ITuple)) && type.IsValueType ? TupleOf(type) : NamedOf(type);
    }

    /// <summary>The name without its namespace, with the parameters or arguments of a generic type.</summary>
    public static string ShortOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var arguments = type.GetGenericArguments()[inherited..];
        return arguments.Length == 0 ? name : $"{name}<{string.Join(", ", arguments.Select(Variant))}>";
    }

    private static string NamedOf(Type type) =>
        type.DeclaringType is { } outer ? $"{Of(outer)}.{ShortOf(type)}" : $"{type.Namespace}.{ShortOf(type)}";

    private static string TupleOf(Type type) => $"({string.Join(", ", type.GetGenericArguments().Select(Of))})";

    private static string Variant(Type argument)
    {
        if (!argument.IsGenericParameter || argument.DeclaringMethod is not null)
            return Of(argument);
        var attributes = argument.GenericParameterAttributes;
        return attributes.HasFlag(System.Reflection.GenericParameterAttributes.Contravariant) ? $"in {argument.Name}"
            : attributes.HasFlag(System.Reflection.GenericParameterAttributes.Covariant) ? $"out {argument.Name}"
            : argument.Name;
    }
}
