using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Kiln.Contracts.Arrows;

/// <summary>Every type that a compiled type names: in its declaration, its members and their code.</summary>
internal static class ReferencesOf
{
    public static IEnumerable<TypeReference?> Type(TypeDefinition type) =>
        type.Interfaces.Select(x => x.InterfaceType)
            .Append(type.BaseType)
            .Concat(Generics(type))
            .Concat(Attributes(type))
            .Concat(type.Fields.Select(x => x.FieldType))
            .Concat(type.Fields.SelectMany(Attributes))
            .Concat(type.Properties.SelectMany(Attributes))
            .Concat(type.Methods.SelectMany(Method));

    private static IEnumerable<TypeReference?> Method(MethodDefinition method) =>
        Signature(method)
            .Concat(Generics(method))
            .Concat(Attributes(method))
            .Concat(method.HasBody ? Body(method.Body) : []);

    private static IEnumerable<TypeReference?> Body(MethodBody body) =>
        body.Variables.Select(x => x.VariableType)
            .Concat(body.ExceptionHandlers.Select(x => x.CatchType))
            .Concat(body.Instructions.SelectMany(x => Operand(x.Operand)));

    private static IEnumerable<TypeReference?> Operand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod generic => Signature(generic).Concat(generic.GenericArguments),
        MethodReference method => Signature(method),
        _ => [],
    };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(x => x.ParameterType)];

    private static IEnumerable<TypeReference> Generics(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(x => x.Constraints).Select(x => x.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Select(x => x.AttributeType);
}
