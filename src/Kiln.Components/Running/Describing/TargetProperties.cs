using System.Reflection;
using Nuke.Common;

namespace Kiln.Components.Running.Describing;

/// <summary>The properties that targets are, as the engines find them.</summary>
static class TargetProperties
{
    const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>All of a build, those of the class first; several may be one target.</summary>
    internal static IEnumerable<PropertyInfo> Of(Type build) => BuildMembers.Of(build).OfType<PropertyInfo>().Where(x => x.PropertyType == typeof(Target));

    /// <summary>The names of a build's targets, sorted.</summary>
    internal static IEnumerable<string> NamesOf(Type build) => Of(build).Select(BuildMembers.NameOf).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Those that a class or component has of its own.</summary>
    internal static IEnumerable<PropertyInfo> DeclaredBy(Type type) => type.GetProperties(Instance | BindingFlags.DeclaredOnly).Where(x => x.PropertyType == typeof(Target));

    /// <summary>What <c>Base()</c> can mean in a property of this name: the farthest class first.</summary>
    internal static IEnumerable<PropertyInfo> BasesOf(Type build, string name) => BasesOf(build)
        .Select(x => x.GetProperty(name, Instance | BindingFlags.DeclaredOnly))
        .OfType<PropertyInfo>()
        .Reverse();

    /// <summary>What exactly this property says, also where a class that inherits it says something else; reflection alone asks the latter.</summary>
    internal static Target DefinitionIn(PropertyInfo property, INukeBuild build) =>
        ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, property.GetMethod!.MethodHandle.GetFunctionPointer())!)();

    static IEnumerable<Type> BasesOf(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}
