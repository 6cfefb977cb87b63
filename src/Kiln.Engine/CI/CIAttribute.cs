using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Gives a member the host that the build runs on; of another host's type it stays <c>null</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property)]
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object? GetValue(MemberInfo member, object? instance)
    {
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        Assert.True(type.IsAssignableTo(typeof(Host)), $"Type '{type}' is no host; [CI] cannot give it a value");
        return type.IsInstanceOfType(Host.Instance) ? Host.Instance : null;
    }
}
