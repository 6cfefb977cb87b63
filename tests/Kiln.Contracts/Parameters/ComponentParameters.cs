using System.Reflection;

namespace Kiln.Contracts.Parameters;

/// <summary>Reads the parameters of components from their attributes, whichever engine declares those.</summary>
internal static class ComponentParameters
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<ParameterName> Of(IEnumerable<Type> types) =>
    [
        .. from type in types
           where type.IsInterface
           from member in type.GetMembers(Declared)
           from attribute in member.GetCustomAttributesData()
           where attribute.AttributeType.Name == "ParameterAttribute"
           select new ParameterName(PrefixOf(type) + NameOf(member, attribute), type.Name),
    ];

    private static string NameOf(MemberInfo member, CustomAttributeData parameter) =>
        parameter.NamedArguments.FirstOrDefault(x => x.MemberName == "Name").TypedValue.Value as string
        ?? member.Name.Split('.')[^1];

    private static string PrefixOf(Type type)
    {
        var attribute = type.GetCustomAttributesData()
            .SingleOrDefault(x => x.AttributeType.Name == "ParameterPrefixAttribute");
        var prefix = attribute?.ConstructorArguments[0].Value as string ?? "";
        return prefix.EndsWith("Prefix") ? prefix[..^"Prefix".Length] : prefix;
    }
}
