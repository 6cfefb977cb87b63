using System.Reflection;
using Kiln.Engine.Output;
using Nuke.Common.ValueInjection;

namespace Kiln.Engine.Parameters;

/// <summary>The values of a build's parameters, each found once.</summary>
sealed class ParameterValues(ParameterSources sources, SecretMask secrets)
{
    readonly Dictionary<MemberInfo, object?> _resolved = [];
    readonly Dictionary<MemberInfo, object> _injected = [];

    public ParameterSources Sources => sources;

    /// <summary>
    /// Finds all values before anything runs, so that a wrong one is told at once and secrets are known.
    /// </summary>
    public void ResolveAll(ParameterCatalogue catalogue)
    {
        foreach (var parameter in catalogue.Parameters.Where(x => x.IsPlain && ValueInjector.IsInjectable(x.Member)))
            Resolve(parameter);
    }

    public object? Resolve(MemberInfo member)
        => _resolved.TryGetValue(member, out var value) ? value : Resolve(Parameter.Of(member));

    /// <summary>What <c>TryGetValue(() => Member)</c> gives; a value, once found, is kept.</summary>
    public object? ResolveInjected(MemberInfo member, object? instance)
    {
        if (_injected.TryGetValue(member, out var known))
            return known;

        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()
            ?? throw new UsageException(
                $"Member '{member.DeclaringType?.Name}.{member.Name}' has no injection attribute.");
        attribute.Build = instance as Nuke.Common.INukeBuild;
        var value = attribute.TryGetValue(member, instance);
        if (value is not null)
            _injected[member] = value;

        return value;
    }

    object? Resolve(Parameter parameter)
    {
        var value = sources.Find(parameter.Name, Nullable(parameter.Type), parameter.Separator, parameter.IsSecret);
        if (parameter.IsSecret)
            secrets.Add(value);

        return _resolved[parameter.Member] = value;
    }

    /// <summary>
    /// Value types are asked for as nullable ones, so that a missing value leaves the initialiser alone.
    /// </summary>
    static Type Nullable(Type type)
        => type.IsValueType && System.Nullable.GetUnderlyingType(type) is null
            ? typeof(Nullable<>).MakeGenericType(type)
            : type;
}
