using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;

namespace Kiln.Components.Running.Describing;

/// <summary>A definition of a target that writes down what is said and does nothing of it; by name, since NUKE's has members that the embedded engine lacks.</summary>
class TargetRecorder : DispatchProxy
{
    INukeBuild _build = null!;
    DescribedTarget _target = null!;
    Stack<PropertyInfo> _bases = null!;
    Func<Target, DescribedTarget?> _find = null!;

    /// <param name="build">Whose target it is.</param>
    /// <param name="property">Which gives its definition.</param>
    /// <param name="target">What is written to.</param>
    /// <param name="find">Who a target is that is named; null for one that the build does not have.</param>
    internal static void Record(INukeBuild build, PropertyInfo property, DescribedTarget target, Func<Target, DescribedTarget?> find)
    {
        var proxy = Create<ITargetDefinition, TargetRecorder>();
        var recorder = (TargetRecorder)(object)proxy;
        (recorder._build, recorder._target, recorder._find) = (build, target, find);
        recorder._bases = new Stack<PropertyInfo>(TargetProperties.BasesOf(build.GetType(), property.Name));
        ((Target)property.GetValue(build)!)(proxy);
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
                foreach (var definition in Inherited(method, arguments!))
                    definition((ITargetDefinition)(object)this);
                break;
            case "Base" when _bases.TryPop(out var property):
                TargetProperties.DefinitionIn(property, _build)((ITargetDefinition)(object)this);
                break;
        }

        return this;
    }

    void Each(MethodInfo method, object?[] arguments, Action<DescribedTarget> add)
    {
        foreach (var other in Targets(method, arguments).Select(_find).OfType<DescribedTarget>())
            add(other);
    }

    // Targets themselves, or for a component that the build may have, what leads to them: without arguments the only one that it has.
    IEnumerable<Target> Targets(MethodInfo method, object?[] arguments) => arguments[0] switch
    {
        Target[] targets => targets,
        Array selectors when ComponentOf(method) is { } component => selectors.Length == 0
            ? TargetProperties.DeclaredBy(component).Select(x => (Target)x.GetValue(_build)!)
            : selectors.Cast<Delegate>().Select(x => (Target)x.DynamicInvoke(_build)!),
        _ => [],
    };

    // A component's own definition is meant, whatever the build makes of that target: it may be what inherits here.
    IEnumerable<Target> Inherited(MethodInfo method, object?[] arguments) => arguments[0] switch
    {
        Target[] targets => targets,
        Array selectors when ComponentOf(method) is { } component => (selectors.Length == 0
                ? TargetProperties.DeclaredBy(component)
                : selectors.Cast<LambdaExpression>().Select(x => (PropertyInfo)((MemberExpression)x.Body).Member))
            .Select(x => TargetProperties.DefinitionIn(x, _build)),
        _ => [],
    };

    Type? ComponentOf(MethodInfo method) => method.IsGenericMethod && method.GetGenericArguments()[0] is var type && type.IsInstanceOfType(_build) ? type : null;
}
