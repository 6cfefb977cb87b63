using System.Reflection;

namespace Kiln.Engine.Targets;

/// <summary>Small answers about fields and properties.</summary>
static class Members
{
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public const BindingFlags All = Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>Without the interface in the name of an explicit implementation.</summary>
    public static string ShortName(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    public static bool IsExplicit(MemberInfo member) => member.Name.Contains('.');

    public static bool IsPublic(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic,
        PropertyInfo property => (property.GetMethod ?? property.SetMethod)!.IsPublic,
        _ => false,
    };

    public static Type TypeOf(MemberInfo member)
        => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    public static object? GetValue(MemberInfo member, object? instance)
        => member is FieldInfo field ? field.GetValue(instance) : ((PropertyInfo)member).GetValue(instance);

    public static string DisplayName(MemberInfo member) => $"{member.DeclaringType?.Name}.{ShortName(member)}";
}
