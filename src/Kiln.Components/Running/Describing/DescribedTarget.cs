namespace Kiln.Components.Running.Describing;

/// <summary>What a target says of itself.</summary>
sealed class DescribedTarget(string name)
{
    internal string Name => name;

    internal string? Description { get; set; }

    internal bool IsListed { get; set; } = true;

    /// <summary>Targets that run before it whenever it runs.</summary>
    internal SortedSet<string> DependsOn { get; } = new(StringComparer.Ordinal);

    /// <summary>Targets that it comes after, where both run.</summary>
    internal SortedSet<string> After { get; } = new(StringComparer.Ordinal);

    /// <summary>Targets that run because it did.</summary>
    internal SortedSet<string> Triggers { get; } = new(StringComparer.Ordinal);

    /// <summary>What it leaves, as paths or patterns.</summary>
    internal List<string> Produces { get; } = [];
}
