#nullable disable
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Kiln.Engine.Targets;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

[DebuggerDisplay("{Name} ({Status})")]
public class ExecutableTarget
{
    public MemberInfo Member { get; set; }

    public string Name { get; set; }

    public string Description { get; set; }

    public bool Listed { get; set; }

    public Delegate Factory { get; set; }

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; internal set; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; internal set; } = [];

    public DependencyBehavior DependencyBehavior { get; internal set; }

    public bool AssuredAfterFailure { get; internal set; }

    public bool ProceedAfterFailure { get; internal set; }

    public List<LambdaExpression> DelegateRequirements { get; internal set; } = [];

    public List<Action> Actions { get; internal set; } = [];

    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    public List<ExecutableTarget> OrderDependencies { get; } = [];

    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    public List<ExecutableTarget> Triggers { get; } = [];

    public IReadOnlyCollection<ExecutableTarget> AllDependencies
        => [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; internal set; } = new();

    public List<string> ArtifactProducts { get; internal set; } = [];

    public TimeSpan Duration => Stopwatch.Elapsed;

    public bool IsDefault { get; set; }

    public ExecutionStatus Status { get; set; }

    public bool Invoked { get; set; }

    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    public string Skipped
    {
        get => SummaryInformation.GetValueOrDefault(nameof(Skipped));
        set => Summarise(nameof(Skipped), value);
    }

    public string OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => Summarise(nameof(OnlyWhen), value);
    }

    internal TargetDefinition Definition { get; init; }

    internal Stopwatch Stopwatch { get; } = new();

    private void Summarise(string key, string value)
    {
        if (value != null)
            SummaryInformation[key] = value;
    }
}
