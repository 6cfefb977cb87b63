#nullable disable
using System.Reflection;
using Kiln.Engine.Execution;
using Kiln.Engine.Parameters;
using Kiln.Engine.Targets;
using Serilog;

namespace Nuke.Common.ValueInjection;

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    public INukeBuild Build { get; internal set; }

    public virtual int Priority => 0;

    public virtual bool SuppressWarnings => false;

    public abstract object GetValue(MemberInfo member, object instance);

    /// <remarks>A failure of the attribute is a warning, as in NUKE; a wrong argument still ends the build.</remarks>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception) when (exception.Unwrap() is not UsageException)
        {
            if (!SuppressWarnings && !member.IsDefined(typeof(OptionalAttribute)))
                Log.Warning(exception.Unwrap(), "Could not inject value for {Member}", Members.DisplayName(member));

            return null;
        }
    }

    protected T GetMemberValue<T>(string memberName, object instance)
    {
        var type = instance.GetType();
        var member = BuildMembers
            .Find<MemberInfo>(type, x => Members.ShortName(x) == memberName, Members.All, isAmbiguityAllowed: true)
            .Find(x => x is FieldInfo or PropertyInfo)
            ?? throw new ArgumentException($"No member '{memberName}' found in '{type.Name}'");
        if (!typeof(T).IsAssignableFrom(Members.TypeOf(member)))
            throw new ArgumentException($"Member '{type.Name}.{memberName}' must be of type '{typeof(T).Name}'");

        return (T)Members.GetValue(member, instance);
    }

    protected T GetMemberValueOrNull<T>(string memberName, object instance)
        => memberName == null ? default : GetMemberValue<T>(memberName, instance);
}
