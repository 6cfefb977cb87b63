using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;

namespace Kiln.Engine.Targets;

/// <summary>
/// Collects what the lambda of a target property says. Targets refer to each other by delegate; links come later.
/// </summary>
sealed partial class TargetDefinition(PropertyInfo member, INukeBuild build, Stack<PropertyInfo> baseMembers)
    : ITargetDefinition
{
    public string Name => Members.ShortName(member);

    public string? DescriptionText { get; private set; }

    public bool IsUnlisted { get; private set; }

    public bool IsAssuredAfterFailure { get; private set; }

    public bool IsProceedAfterFailure { get; private set; }

    public DependencyBehavior DependencyBehavior { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];

    public List<LambdaExpression> Requirements { get; } = [];

    public List<string> Products { get; } = [];

    public List<(Target Producer, string[] Artifacts)> Consumptions { get; } = [];

    ITargetDefinition ITargetDefinition.Description(string description)
    {
        DescriptionText = description;
        return this;
    }

    ITargetDefinition ITargetDefinition.Unlisted()
    {
        IsUnlisted = true;
        return this;
    }

    ITargetDefinition ITargetDefinition.AssuredAfterFailure()
    {
        IsAssuredAfterFailure = true;
        return this;
    }

    ITargetDefinition ITargetDefinition.ProceedAfterFailure()
    {
        IsProceedAfterFailure = true;
        return this;
    }

    ITargetDefinition ITargetDefinition.WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        DependencyBehavior = dependencyBehavior;
        return this;
    }
}
