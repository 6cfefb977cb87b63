using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;

namespace Kiln.Components.Running.Describing;

/// <summary>A definition of a target that writes down what is said and does nothing of it; by name, since NUKE's has members that the embedded engine lacks.</summary>
class TargetRecorder : DispatchProxy
{
    INukeBuild _build = null!;
    DescribedTarget _target = null!;
    Func<Target, DescribedTarget?> _find = null!;

    internal static void Record(INukeBuild build, Target definition, DescribedTarget target, Func<Target, DescribedTarget?> find)
    {
        var proxy = Create<ITargetDefinition, TargetRecorder>();
        var recorder = (TargetRecorder)(object)proxy;
        (recorder._build, recorder._target, recorder._find) = (build, target, find);
        definition(proxy);
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? method, object?[]? arguments)
    {
        switch (method!.Name)
        {
            case "Description":
                _target.Description = (string?)arguments![0];
                break;
            case "Unlisted":
                _target.IsListed = false;
                break;
            case "Produces":
                _target.Produces.AddRange((string[])arguments![0]!);
                break;
            case "DependsOn" or "TryDependsOn":
                Each(method, arguments!, x => _target.DependsOn.Add(x.Name));
                break;
            case "DependentFor" or "TryDependentFor":
                Each(method, arguments!, x => x.DependsOn.Add(_target.Name));
                break;
            case "After" or "TryAfter":
                Each(method, arguments!, x => _target.After.Add(x.Name));
                break;
            case "Before" or "TryBefore":
                Each(method, arguments!, x => x.After.Add(_target.Name));
                break;
            case "Triggers" or "TryTriggers":
                Each(method, arguments!, x => _target.Triggers.Add(x.Name));
                break;
            case "TriggeredBy" or "TryTriggeredBy":
                Each(method, arguments!, x => x.Triggers.Add(_target.Name));
                break;
            case "Inherit":
                foreach (var definition in Targets(method, arguments!))
                    Record(_build, definition, _target, _find);
                break;
        }

        return this;
    }

    void Each(MethodInfo method, object?[] arguments, Action<DescribedTarget> add)
    {
        foreach (var other in Targets(method, arguments).Select(_find).OfType<DescribedTarget>())
            add(other);
    }

    // Targets themselves, or for a component that the build may have, what leads to them.
    IEnumerable<Target> Targets(MethodInfo method, object?[] arguments)
    {
        if (arguments[0] is Target[] targets)
            return targets;
        if (!method.IsGenericMethod || !method.GetGenericArguments()[0].IsInstanceOfType(_build) || arguments[0] is not Array selectors)
            return [];
        return selectors.Cast<object>()
            .Select(x => x is LambdaExpression expression ? expression.Compile() : (Delegate)x)
            .Select(x => (Target)x.DynamicInvoke(_build)!);
    }
}
