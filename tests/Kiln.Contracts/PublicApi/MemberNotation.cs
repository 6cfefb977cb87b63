using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kiln.Contracts.PublicApi;

/// <summary>One member as one line of the API list: its kind and its signature.</summary>
internal static class MemberNotation
{
    public static (string Kind, string Signature)? Of(MemberInfo member) => member switch
    {
        FieldInfo field => Field(field),
        PropertyInfo property => ("property", Property(property)),
        ConstructorInfo constructor => ("ctor", Constructor(constructor)),
        MethodInfo { IsSpecialName: true } method when method.Name.StartsWith("op_") => ("operator", Method(method)),
        MethodInfo { IsSpecialName: true } => null, // an accessor; its property or event speaks for it
        MethodInfo method => (method.IsDefined(typeof(ExtensionAttribute)) ? "extension" : "method", Method(method)),
        EventInfo value => ("event", $"{Modifiers.Of(value.AddMethod!)}event {Type(value.EventHandlerType!)} {value.Name}"),
        _ => null,
    };

    private static (string, string)? Field(FieldInfo field)
    {
        if (field.IsSpecialName)
            return null; // the hidden number behind an enum
        if (field.DeclaringType!.IsEnum)
            return ("enum-value", $"{field.Name} = {field.GetRawConstantValue()}");
        var declaration = $"{Type(field.FieldType)} {field.Name}";
        if (field.IsLiteral)
            return ("const", $"{Modifiers.Access(field)} const {declaration} = {Value(field)}");
        var modifiers = (field.IsStatic ? " static" : "") + (field.IsInitOnly ? " readonly" : "");
        return ("field", $"{Modifiers.Access(field)}{modifiers} {declaration}");
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(Modifiers.IsVisible);
        var indices = property.GetIndexParameters();
        var name = indices.Length > 0 ? $"this[{ParameterNotation.Of(indices)}]" : property.Name;
        var modifiers = Modifiers.Of(accessors.MinBy(Modifiers.Restriction)!);
        return $"{modifiers}{Type(property.PropertyType)} {name} {{ {string.Concat(accessors.Select(Accessor))}}}";
    }

    private static string Accessor(MethodInfo accessor)
    {
        var isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return isInit ? "init; " : $"{accessor.Name.Split('_')[0]}; ";
    }

    private static string Constructor(ConstructorInfo constructor)
    {
        var name = constructor.DeclaringType!.Name.Split('`')[0];
        return $"{Modifiers.Access(constructor)} {name}({ParameterNotation.Of(constructor.GetParameters())})";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.GetGenericArguments();
        var list = generics.Length == 0 ? "" : $"<{string.Join(", ", generics.Select(x => x.Name))}>";
        var parameters = ParameterNotation.Of(method.GetParameters());
        var start = $"{Modifiers.Of(method)}{Type(method.ReturnType)} {method.Name}{list}";
        return $"{start}({parameters}){ConstraintNotation.Of(generics)}";
    }

    private static string Type(Type type) => TypeNotation.Of(type);

    private static string Value(FieldInfo field) => ParameterNotation.Value(field.GetRawConstantValue(), field.FieldType);
}
