using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Kiln.Engine.Targets;

/// <summary>
/// Makes the targets of a build from its properties of type <see cref="Target"/>, in the order of discovery.
/// </summary>
static class TargetFactory
{
    public static IReadOnlyList<ExecutableTarget> CreateAll(
        INukeBuild build, IReadOnlyList<LambdaExpression> defaultTargets)
    {
        var type = build.GetType();
        var defaults = defaultTargets.Select(x => DefaultTarget.Of(x, build)).ToHashSet(DelegateEquality.Instance);
        var targets = PropertiesOf(type).Select(x => Create(x, build, type, defaults)).ToList();
        TargetLinks.Connect(targets);
        return targets;
    }

    public static List<PropertyInfo> PropertiesOf(Type type)
        => BuildMembers.Find<PropertyInfo>(
            type, x => x.PropertyType == typeof(Target), Members.Instance, isAmbiguityAllowed: false);

    static ExecutableTarget Create(PropertyInfo property, INukeBuild build, Type type, HashSet<Delegate> defaults)
    {
        var definition = new TargetDefinition(property, build, BaseMembers(type, property.Name));
        var factory = (Target)property.GetValue(build)!;
        factory(definition);

        return new ExecutableTarget
        {
            Name = definition.Name,
            Member = property,
            Definition = definition,
            Description = definition.DescriptionText,
            Listed = !definition.IsUnlisted,
            Factory = factory,
            IsDefault = defaults.Contains(factory),
            StaticConditions = definition.StaticConditions,
            DynamicConditions = definition.DynamicConditions,
            DependencyBehavior = definition.DependencyBehavior,
            AssuredAfterFailure = definition.IsAssuredAfterFailure,
            ProceedAfterFailure = definition.IsProceedAfterFailure,
            DelegateRequirements = definition.Requirements,
            Actions = definition.Actions,
            ArtifactProducts = definition.Products,
        };
    }

    /// <summary>
    /// What each call of <c>Base()</c> means: the nearest base class that declares the property, then the next.
    /// </summary>
    static Stack<PropertyInfo> BaseMembers(Type type, string name)
    {
        var members = new List<PropertyInfo>();
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetProperty(name, Members.Instance | BindingFlags.DeclaredOnly) is { } property)
                members.Insert(0, property);
        }

        return new(members);
    }
}
