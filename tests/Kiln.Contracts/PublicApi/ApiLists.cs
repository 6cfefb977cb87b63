using System.Reflection;

namespace Kiln.Contracts.PublicApi;

/// <summary>The two lists that are compared: what an assembly shows, and what NUKE 10.1.0 shows.</summary>
internal static class ApiLists
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<ApiLine> OfNuke()
    {
        using var stream = typeof(ApiLists).Assembly.GetManifestResourceStream("nuke-10.1.0.api.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(x => x.Length > 0 && !x.StartsWith('#')).Select(ApiLine.Parse)];
    }

    public static IReadOnlyList<ApiLine> Of(IEnumerable<Type> types) => [.. types.SelectMany(Of)];

    private static IEnumerable<ApiLine> Of(Type type)
    {
        var (kind, signature) = DeclarationNotation.Of(type);
        var members = kind == "delegate" ? [] : type.GetMembers(Declared).Where(IsVisible).Select(MemberNotation.Of);
        return members.Where(x => x is not null)
            .Prepend((kind, signature))
            .Select(x => new ApiLine(type.FullName!, x!.Value.Kind, x.Value.Signature));
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        FieldInfo field => Modifiers.IsVisible(field),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(Modifiers.IsVisible),
        EventInfo value => Modifiers.IsVisible(value.AddMethod!),
        MethodBase method => Modifiers.IsVisible(method) && !IsStaticConstructor(method),
        _ => false,
    };

    private static bool IsStaticConstructor(MethodBase method) => method is ConstructorInfo { IsStatic: true };
}
