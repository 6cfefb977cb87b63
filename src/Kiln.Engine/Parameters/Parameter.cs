using System.Reflection;
using Kiln.Engine.Targets;
using Nuke.Common;
using Nuke.Common.Utilities;

namespace Kiln.Engine.Parameters;

/// <summary>A member with a parameter attribute, and how the outside calls it.</summary>
sealed class Parameter(MemberInfo member, ParameterAttribute attribute)
{
    public MemberInfo Member => member;

    public ParameterAttribute Attribute => attribute;

    /// <summary>The name in parameter files; on the command line dashes and case do not matter.</summary>
    public string Name { get; } = Prefix(member) + (attribute.Name ?? Members.ShortName(member));

    public string DashedName => string.Join('-', Name.SplitCamelHumpsWithKnownWords()).ToLowerInvariant();

    public Type Type { get; } = Members.TypeOf(member);

    public char? Separator => attribute.Separator is [var character] ? character : null;

    public string? Description => attribute.Description?.TrimEnd('.');

    public bool IsSecret { get; } = member.IsDefined(typeof(SecretAttribute));

    public bool IsBuiltIn => member.DeclaringType == typeof(NukeBuild);

    /// <summary>
    /// Whether the engine finds the value itself; attributes that derive from ours have their own ways.
    /// </summary>
    public bool IsPlain => attribute.GetType() == typeof(ParameterAttribute);

    public static Parameter Of(MemberInfo member)
        => member.GetCustomAttribute<ParameterAttribute>() is { } attribute
            ? new(member, attribute)
            : throw new UsageException($"Member '{Members.DisplayName(member)}' is not marked with [Parameter].");

    static string? Prefix(MemberInfo member)
        => member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix;
}
