namespace Kiln.Locking.Format;

/// <summary>What is wrong with a lock, collected, so that it is told at once and in the order of the file.</summary>
sealed class LockProblems
{
    readonly List<(int Line, string Problem)> _all = [];

    public IReadOnlyList<string> Sorted => [.. _all.OrderBy(x => x.Line).Select(x => $"line {x.Line}: {x.Problem}")];

    public void Add(int line, string problem) => _all.Add((line, problem));
}
