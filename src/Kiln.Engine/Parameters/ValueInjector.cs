using System.Reflection;
using Kiln.Engine.Targets;
using Nuke.Common;
using Nuke.Common.ValueInjection;

namespace Kiln.Engine.Parameters;

/// <summary>
/// Sets the members of a build. Members of interfaces are never set; they ask for their value when they are read.
/// </summary>
static class ValueInjector
{
    static readonly string[] BuiltInMembers = ["Plan", "Help", "Continue", "NoLogo", "Verbosity"];

    public static void Inject(
        NukeBuild build, ParameterCatalogue catalogue, Func<MemberInfo, ValueInjectionAttributeBase, bool> filter)
    {
        var injections = catalogue.Injections
            .Where(x => !x.Member.ReflectedType!.IsInterface && IsInjectable(x.Member) && filter(x.Member, x.Attribute))
            .OrderBy(x => Depth(x.Member.DeclaringType!))
            .ThenByDescending(x => x.Attribute.Priority);

        foreach (var (member, attribute) in injections)
        {
            attribute.Build = build;
            if (attribute.TryGetValue(member, build) is { } value)
                Set(member, build, value, attribute);
        }
    }

    /// <summary>
    /// The other members of the base class carry the attribute for help and schema; the run reads them itself.
    /// </summary>
    public static bool IsInjectable(MemberInfo member)
        => member.DeclaringType != typeof(NukeBuild) || BuiltInMembers.Contains(member.Name);

    static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    static void Set(MemberInfo member, object build, object value, Attribute attribute)
    {
        if (!Members.TypeOf(member).IsInstanceOfType(value))
        {
            throw new UsageException(
                $"Member '{member.Name}' must be of type '{value.GetType().Name}' " +
                $"to get its value injected from '{attribute.GetType().Name}'");
        }

        if (member is FieldInfo field)
            field.SetValue(build, value);
        else
            SetProperty((PropertyInfo)member, build, value);
    }

    /// <summary>Properties without a setter are set through the field that the compiler made for them.</summary>
    static void SetProperty(PropertyInfo property, object build, object value)
    {
        var backingField = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", Members.All);
        if (backingField is not null)
            backingField.SetValue(build, value);
        else if (property.SetMethod is not null)
            property.SetValue(build, value);
        else
            throw new UsageException($"Property '{property.Name}' is not settable");
    }
}
