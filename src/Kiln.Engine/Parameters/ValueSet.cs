using System.Reflection;
using Kiln.Engine.Execution;
using Kiln.Engine.Targets;
using Nuke.Common;
using Serilog;

namespace Kiln.Engine.Parameters;

/// <summary>The values that are proposed for a parameter, sorted by text. They are not enforced.</summary>
static class ValueSet
{
    public static IReadOnlyList<string>? Of(Parameter parameter, INukeBuild build)
    {
        try
        {
            var values = parameter.Attribute.GetValueSet(parameter.Member, build)?.Select(x => x.Item1)
                ?? FromProvider(parameter, build)
                ?? EnumNames.Of(ScalarType(parameter.Type));
            return values?.Order(StringComparer.OrdinalIgnoreCase).ToList();
        }
        catch (Exception exception)
        {
            // Proposals are a comfort; the build can run without them.
            Log.Warning(exception.Unwrap(), "Could not resolve value-set for {Parameter}", parameter.Name);
            return null;
        }
    }

    public static Type ScalarType(Type type)
        => type.IsArray ? type.GetElementType()!
        : type.IsGenericType && type.GetGenericArguments() is [var only] ? only
        : type;

    static IEnumerable<string>? FromProvider(Parameter parameter, INukeBuild build)
    {
        if (parameter.Attribute.ValueProviderMember is not { } name)
            return null;

        var type = parameter.Attribute.ValueProviderType ?? build.GetType();
        var provider = type.GetMember(name, Members.All).SingleOrDefault(x => x is FieldInfo or PropertyInfo)
            ?? throw new UsageException($"No single provider '{type.Name}.{name}' found");
        return Members.GetValue(provider, build) as IEnumerable<string>
            ?? throw new UsageException($"Value provider '{name}' must be of type 'IEnumerable<string>'");
    }
}
