using System.Reflection;

namespace Kiln.Components.Running.Describing;

/// <summary>The members of a build, the class's own and those that its components bring.</summary>
static class BuildMembers
{
    const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Properties and fields, those of the class first.</summary>
    internal static IEnumerable<MemberInfo> Of(Type build) => build.GetInterfaces().Prepend(build)
        .SelectMany(x => x.GetMembers(All))
        .Where(x => x.MemberType is MemberTypes.Property or MemberTypes.Field);

    /// <summary>An explicit one is called after its interface too.</summary>
    internal static string NameOf(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];
}
