using System.Reflection;
using Nuke.Common;
using Nuke.Common.Utilities;

namespace Kiln.Components.Running.Describing;

/// <summary>A parameter, and how it is given.</summary>
/// <param name="Name">With its component's prefix, as in parameter files.</param>
/// <param name="Member">Which has its value.</param>
/// <param name="Attribute">Which makes it one.</param>
sealed record DescribedParameter(string Name, MemberInfo Member, ParameterAttribute Attribute)
{
    /// <summary>As NUKE's own help has it: <c>OnlyImages</c> is <c>--only-images</c>, <c>GitHubToken</c> is <c>--github-token</c>.</summary>
    internal string Argument => $"--{Dashed}";

    /// <summary>The same in the environment: <c>ONLY_IMAGES</c>.</summary>
    internal string Variable => Dashed.Replace('-', '_').ToUpperInvariant();

    /// <summary>What may be left unsaid is of no other kind.</summary>
    internal string Kind => (Nullable.GetUnderlyingType(Type) ?? Type).Name;

    internal bool IsSecret => Member.IsDefined(typeof(SecretAttribute));

    Type Type => Member is PropertyInfo property ? property.PropertyType : ((FieldInfo)Member).FieldType;

    string Dashed => string.Join('-', Name.SplitCamelHumpsWithKnownWords()).ToLowerInvariant();

    /// <summary>Sorted by name; without those that every build has.</summary>
    internal static IEnumerable<DescribedParameter> AllOf(Type build) => BuildMembers.Of(build)
        .Where(x => x.DeclaringType != typeof(NukeBuild) && x.DeclaringType != typeof(INukeBuild))
        .Select(x => (Member: x, Attribute: x.GetCustomAttribute<ParameterAttribute>()))
        .Where(x => x.Attribute is not null)
        .Select(x => new DescribedParameter(NameOf(x.Member, x.Attribute!), x.Member, x.Attribute!))
        .DistinctBy(x => x.Name)
        .OrderBy(x => x.Name, StringComparer.Ordinal);

    static string NameOf(MemberInfo member, ParameterAttribute attribute) =>
        member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix + (attribute.Name ?? BuildMembers.NameOf(member));
}
