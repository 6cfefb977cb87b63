using System.Reflection;
using Kiln.Engine.Parameters;

namespace Kiln.Engine.Targets;

/// <summary>
/// Finds the members of a build: those of the class first, then those that interfaces implement by default.
/// </summary>
static class BuildMembers
{
    public static List<T> Find<T>(Type type, Func<T, bool> filter, BindingFlags flags, bool isAmbiguityAllowed)
        where T : MemberInfo
    {
        var own = OwnMembers(type, filter, flags);
        var inherited = type.GetInterfaces()
            .SelectMany(x => x.GetMembers(flags).OfType<T>())
            .Where(x => filter(x) && type.GetMember(x.Name).Length == 0)
            .GroupBy(Members.ShortName);

        var result = own.Values.ToList();
        foreach (var group in inherited)
        {
            var settled = Settle(type, [.. group], own.GetValueOrDefault(group.Key), isAmbiguityAllowed);
            result.AddRange(settled.Where(filter));
        }

        return result;
    }

    static Dictionary<string, T> OwnMembers<T>(Type type, Func<T, bool> filter, BindingFlags flags)
        where T : MemberInfo
    {
        var own = new Dictionary<string, T>();
        foreach (var member in type.GetMembers(flags).OfType<T>().Where(x => !Members.IsExplicit(x) && filter(x)))
            own.TryAdd(member.Name, member);

        return own;
    }

    static IEnumerable<T> Settle<T>(Type type, List<T> members, T? own, bool isAmbiguityAllowed)
        where T : MemberInfo
    {
        if (!isAmbiguityAllowed && own is null && members.Count > 1)
            members = [MostDerived(members)];

        if (!isAmbiguityAllowed && own is not null && !Members.IsPublic(own))
            throw Refused(own, "marked public to override inherited member from", members);

        return members.Select(x => ImplementationIn(type, x));
    }

    /// <summary>An interface that implements its base's target again does not add a second one.</summary>
    static T MostDerived<T>(List<T> members)
        where T : MemberInfo
        => members.Find(x => members.TrueForAll(y => y.DeclaringType!.IsAssignableFrom(x.DeclaringType)))
           ?? throw Refused(members[0], "implemented explicitly because it is inherited from multiple interfaces", members);

    static T ImplementationIn<T>(Type type, T member)
        where T : MemberInfo
    {
        var explicitName = $"{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
        return type.GetMember(explicitName, Members.Instance).OfType<T>().SingleOrDefault() ?? member;
    }

    static UsageException Refused<T>(MemberInfo member, string demand, List<T> members)
        where T : MemberInfo
        => new(string.Join(
            Environment.NewLine,
            [
                $"{member.MemberType} '{Members.ShortName(member)}' must be {demand}:",
                .. members.Select(x => $" - {x.DeclaringType!.Name}"),
            ]));
}
