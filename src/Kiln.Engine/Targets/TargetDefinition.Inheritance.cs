using System.Linq.Expressions;
using System.Reflection;
using Kiln.Engine.Parameters;
using Nuke.Common;

namespace Kiln.Engine.Targets;

partial class TargetDefinition
{
    public ITargetDefinition Base()
    {
        if (!baseMembers.TryPop(out var baseMember))
        {
            throw new UsageException(
                $"Target '{FullName}' does not have any base members. " +
                "To inherit from an interface default implementation, use Inherit<T> instead.");
        }

        return Inherit(NonVirtual.GetTarget(baseMember, build));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var target in targets)
            target(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        PropertyInfo[] properties = targets.Length > 0
            ? [.. targets.Select(x => (PropertyInfo)MemberExpressions.MemberOf(x))]
            : [OnlyTargetOf<T>("shorthand inheritance")];
        return Inherit([.. properties.Select(x => NonVirtual.GetTarget(x, build))]);
    }

    Target[] Resolve<T>(Func<T, Target>[] targets)
        => targets.Length > 0
            ? [.. targets.Select(x => x((T)build))]
            : [(Target)OnlyTargetOf<T>("shorthand dependency").GetValue(build)!];

    PropertyInfo OnlyTargetOf<T>(string kind)
    {
        var targets = typeof(T).GetProperties(Members.Instance).Where(x => x.PropertyType == typeof(Target)).ToList();
        if (targets.Count == 1)
            return targets[0];

        throw new UsageException(string.Join(
            Environment.NewLine,
            [
                $"Target '{FullName}' cannot have {kind} on component '{typeof(T).Name}'.",
                targets.Count > 1 ? "Too many relevant targets:" : "No relevant targets.",
                .. targets.Select(x => $"  - {x.Name}"),
            ]));
    }

    string FullName => $"{member.DeclaringType}.{member.Name}";
}
