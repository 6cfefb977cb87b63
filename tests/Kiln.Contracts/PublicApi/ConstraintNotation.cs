using System.Reflection;

namespace Kiln.Contracts.PublicApi;

internal static class ConstraintNotation
{
    public static string Of(IEnumerable<Type> parameters) => string.Concat(parameters.Select(Clause));

    private static string Clause(Type parameter)
    {
        var constraints = Constraints(parameter).ToList();
        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        if (isStruct)
            yield return "struct";
        foreach (var type in parameter.GetGenericParameterConstraints().Where(x => x != typeof(ValueType)))
            yield return TypeNotation.Of(type);
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
            yield return "new()";
    }
}
