using Mono.Cecil;

namespace Kiln.Contracts.Arrows;

/// <summary>One type names another. What the compiler makes for lambdas counts as its type's own.</summary>
internal sealed record TypeUse(string User, string Used)
{
    public static IReadOnlyList<TypeUse> In(string assemblyFile)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyFile);
        return
        [
            .. from type in assembly.MainModule.GetTypes()
               from reference in ReferencesOf.Type(type).SelectMany(Parts)
               let use = new TypeUse(Outermost(type).FullName, Outermost(reference).FullName)
               where use.User != use.Used
               group use by use into same
               select same.Key,
        ];
    }

    /// <summary>The types that a constructed type is made of: <c>List&lt;X[]&gt;</c> is made of List and X.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        IModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        FunctionPointerType => [],
        TypeSpecification constructed => Parts(constructed.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
