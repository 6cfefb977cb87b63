using System.Text.Json;

namespace Kiln.Buildx.Progress;

/// <summary>What a view that changes in place shows of a solve, kept by one thread and asked for by another.</summary>
sealed class LiveState(BuildLog log, StepGroup groups) : ISolveListener
{
    readonly Lock _lock = new();
    readonly Dictionary<string, Known> _steps = [];
    readonly Dictionary<(string Step, string Id), LiveTransfer> _transfers = [];

    public void Take(JsonElement status)
    {
        lock (_lock)
        {
            foreach (var vertex in Events.List(status, "vertexes"))
                TakeStep(Events.Text(vertex, "digest"));
            foreach (var transfer in Events.List(status, "statuses"))
                TakeTransfer(transfer);
        }
    }

    public void TakeText(string line) { }

    /// <summary>All there is to show at a time: groups in the order in which they were first heard of.</summary>
    internal LiveSnapshot At(DateTimeOffset time)
    {
        lock (_lock)
        {
            var rows = _steps.Values.Where(x => x.Step.IsInstruction).GroupBy(x => x.Group).Select(x => new LiveGroup(
                x.Key,
                x.Count(y => y.IsDone),
                x.Count(y => y.Step.IsCached),
                x.Count(),
                [.. x.Where(y => y.IsRunning).Select(y => RunningAt(y, time))])).ToArray();
            var others = _steps.Values.Where(x => !x.Step.IsInstruction && x.IsRunning).Select(x => RunningAt(x, time)).ToArray();
            return new LiveSnapshot(rows, others);
        }
    }

    void TakeStep(string digest)
    {
        if (log.Find(digest) is not { } step)
            return;
        if (!groups.Shows(step))
        {
            // It may have begun before it was found in a cache.
            _steps.Remove(digest);
            return;
        }

        var name = step.Name.StartsWith('[') ? $"[{groups.PlaceOf(step)}] {step.Instruction}" : step.Name;
        _steps[digest] = new Known(step, groups.Of(step), BuildProgress.Short(name));
    }

    void TakeTransfer(JsonElement status)
    {
        var key = (Events.Text(status, "vertex"), Events.Text(status, "id"));
        if (Events.Time(status, "completed") is not null)
            _transfers.Remove(key);
        else
            _transfers[key] = new LiveTransfer(key.Item2, Events.Number(status, "current"), Events.Number(status, "total"));
    }

    LiveStep RunningAt(Known known, DateTimeOffset time) => new(
        known.Line,
        time - known.Step.Started!.Value is var elapsed && elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero,
        [.. _transfers.Where(x => x.Key.Step == known.Step.Digest).Select(x => x.Value)]);

    sealed record Known(BuildStep Step, string Group, string Line)
    {
        internal bool IsDone => Step.Completed is not null;

        internal bool IsRunning => Step is { Started: not null, Completed: null };
    }
}

/// <summary>A moment of a solve: the images with their platforms, and what BuildKit does besides their steps.</summary>
sealed record LiveSnapshot(IReadOnlyList<LiveGroup> Groups, IReadOnlyList<LiveStep> Others)
{
    internal int Done => Groups.Sum(x => x.Done);

    internal int Cached => Groups.Sum(x => x.Cached);

    internal int Known => Groups.Sum(x => x.Known);
}

/// <summary>An image for a platform: how many of its known steps are done, how many of those came from a cache, and which run.</summary>
sealed record LiveGroup(string Name, int Done, int Cached, int Known, IReadOnlyList<LiveStep> Running);

/// <summary>A step that runs, since when, and what it transfers.</summary>
sealed record LiveStep(string Line, TimeSpan Elapsed, IReadOnlyList<LiveTransfer> Transfers);

/// <summary>Bytes that came and bytes in all; zero in all where that is not known.</summary>
sealed record LiveTransfer(string Name, long Current, long Total);
