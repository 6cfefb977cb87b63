using System.Reflection;
using System.Text.Json.Nodes;
using Nuke.Common;

namespace Kiln.Components.Running.Describing;

/// <summary>What a parameter is where nobody gives it; the build itself is asked, in a run that gives it none.</summary>
static class ParameterDefault
{
    /// <summary>
    /// The default as JSON, of which null says that there is none. Not told for secrets, for a parameter that this run gives, and for what is no text, truth,
    /// number, one of several names, or a list of these.
    /// </summary>
    internal static bool TryFind(INukeBuild build, MemberInfo member, ParameterAttribute attribute, out JsonNode? value)
    {
        value = null;
        return !member.IsDefined(typeof(SecretAttribute)) && attribute.TryGetValue(member, build) is null && TryConvert(ValueOf(build, member), out value);
    }

    static object? ValueOf(INukeBuild build, MemberInfo member) => member is PropertyInfo property ? property.GetValue(build) : ((FieldInfo)member).GetValue(build);

    static bool TryConvert(object? value, out JsonNode? json)
    {
        var items = (value as Array)?.Cast<object?>().Select(x => (IsTold: TryConvert(x, out var item), Item: item)).ToArray();
        json = value switch
        {
            string text => text,
            bool truth => truth,
            int number => number,
            long number => number,
            double number => number,
            not null when IsName(value.GetType()) => value.ToString(),
            Array => new JsonArray([.. items!.Select(x => x.Item)]),
            _ => null,
        };
        return value is null || (json is not null && items?.All(x => x.IsTold) != false);
    }

    // NUKE's own type for names is there with NUKE only.
    static bool IsName(Type type) => type.IsEnum || type.BaseType?.FullName == "Nuke.Common.Tooling.Enumeration";
}
