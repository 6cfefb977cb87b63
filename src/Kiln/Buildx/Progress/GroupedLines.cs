using System.Text;
using System.Text.Json;

namespace Kiln.Buildx.Progress;

/// <summary>
/// Lines that stay, by image and platform. One group has the word as long as one of its steps runs; what the others have to say
/// waits, so that nothing is mixed and yet all comes while it is news.
/// </summary>
sealed class GroupedLines(BuildLog log, StepGroup groups, IGroupWriter writer) : IProgressView
{
    readonly Dictionary<string, StringBuilder> _output = [];
    readonly HashSet<string> _told = [];
    readonly List<(string Group, FinishedStep Step)> _waiting = [];
    string? _current;

    public void Take(JsonElement status)
    {
        foreach (var output in Events.List(status, "logs").Where(x => x.TryGetProperty("data", out _)))
            Keep(Events.Text(output, "vertex"), output.GetProperty("data").GetBytesFromBase64());
        foreach (var vertex in Events.List(status, "vertexes"))
        {
            if (log.Find(Events.Text(vertex, "digest")) is { IsInstruction: true, Completed: not null, Error.Length: 0 } step
                && groups.Shows(step) && _told.Add(step.Digest))
                Tell(step);
        }

        while (_waiting.Count > 0 && NextGroup() is { } next)
            Tell(next);
    }

    public void TakeText(string line) { }

    public ValueTask DisposeAsync()
    {
        // Only now is it known to have failed for good: BuildKit tries again where a cache lacks a step's layers.
        if (log.Failed is { IsInstruction: true } broken)
            Tell(broken);
        while (_waiting.Count > 0)
            Tell(_waiting[0].Group);
        if (_current is not null)
            writer.End(_current);
        _current = null;
        return ValueTask.CompletedTask;
    }

    // The current one, or where nothing of that runs the one that has waited longest; null while there is nothing to say.
    string? NextGroup()
    {
        if (_current is not null && _waiting.Any(x => x.Group == _current))
            return _current;
        return _current is not null && log.Steps.Any(x => x is { IsInstruction: true, Started: not null, Completed: null } && groups.Of(x) == _current)
            ? null
            : _waiting[0].Group;
    }

    void Tell(BuildStep step) => _waiting.Add((groups.Of(step), new FinishedStep(BuildProgress.Line(step, groups.PlaceOf(step)), Printed(step))));

    void Tell(string group)
    {
        if (group != _current)
        {
            if (_current is not null)
                writer.End(_current);
            writer.Begin(group);
            _current = group;
        }

        foreach (var (_, step) in _waiting.Where(x => x.Group == group))
            writer.Write(step);
        _waiting.RemoveAll(x => x.Group == group);
    }

    void Keep(string step, byte[] data)
    {
        if (!_output.TryGetValue(step, out var text))
            _output[step] = text = new StringBuilder();
        text.Append(Encoding.UTF8.GetString(data));
    }

    IReadOnlyList<string> Printed(BuildStep step) => _output.Remove(step.Digest, out var text)
        ? [.. text.ToString().Split('\n').Select(LastWritten).Where(x => x.Length > 0)]
        : [];

    // A progress bar writes over its line; a terminal would show the last state.
    static string LastWritten(string line) => line.TrimEnd('\r', ' ') is var text ? text[(text.LastIndexOf('\r') + 1)..] : "";
}

/// <summary>A step's line, and what it printed.</summary>
sealed record FinishedStep(string Line, IReadOnlyList<string> Output);
