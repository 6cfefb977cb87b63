namespace Kiln.Contracts.PublicApi;

/// <summary>A type's own line in the API list: kind, modifiers, name, bases and constraints.</summary>
internal static class DeclarationNotation
{
    public static (string Kind, string Signature) Of(Type type)
    {
        if (type.IsEnum)
            return ("enum", $"public enum {type.Name} : {TypeNotation.Of(Enum.GetUnderlyingType(type))}");
        if (type.IsAssignableTo(typeof(Delegate)))
            return ("delegate", Delegate(type));
        if (type.IsInterface)
            return ("interface", Declaration("interface", type));
        return type.IsValueType
            ? ("struct", Declaration(type.IsByRefLike ? "ref struct" : "struct", type))
            : ("class", Declaration(Class(type), type));
    }

    private static string Class(Type type) =>
        type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static string Delegate(Type type)
    {
        var method = type.GetMethod("Invoke")!;
        var start = $"public delegate {TypeNotation.Of(method.ReturnType)} {TypeNotation.ShortOf(type)}";
        return $"{start}({ParameterNotation.Of(method.GetParameters())}){Constraints(type)}";
    }

    private static string Declaration(string keyword, Type type)
    {
        var bases = string.Join(", ", Bases(type));
        return $"public {keyword} {TypeNotation.ShortOf(type)}{(bases.Length > 0 ? " : " : "")}{bases}{Constraints(type)}";
    }

    private static IEnumerable<string> Bases(Type type)
    {
        var all = type.GetInterfaces().Where(x => x.IsVisible).ToList();
        var implied = all.SelectMany(x => x.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        var hasBase = type.BaseType is { } baseType && baseType != typeof(object) && baseType != typeof(ValueType);
        var interfaces = all.Where(x => !implied.Contains(x)).Select(TypeNotation.Of).Order(StringComparer.Ordinal);
        return hasBase ? interfaces.Prepend(TypeNotation.Of(type.BaseType!)) : interfaces;
    }

    private static string Constraints(Type type) => ConstraintNotation.Of(type.GetGenericArguments());
}
