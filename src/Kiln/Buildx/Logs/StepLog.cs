using System.Globalization;
using System.Text;
using System.Text.Json;
using Kiln.Buildx.Progress;
using Kiln.Reporting;

namespace Kiln.Buildx.Logs;

/// <summary>
/// The same for people: each step has a number, under which it begins, prints and ends, so that <c>grep '^#7 '</c> shows one step
/// where several ran at once.
/// </summary>
sealed class StepLog(LogFile file) : ISolveListener
{
    readonly Dictionary<string, Step> _steps = [];

    public void Take(JsonElement status)
    {
        foreach (var vertex in Events.List(status, "vertexes"))
            Begin(vertex);
        foreach (var log in Events.List(status, "logs"))
            Print(log);
        foreach (var vertex in Events.List(status, "vertexes"))
            End(vertex);
    }

    public void TakeText(string line) => file.WriteLine(line);

    // BuildKit names all steps at once; one that has not begun has nothing to tell.
    void Begin(JsonElement vertex)
    {
        var digest = Events.Text(vertex, "digest");
        if (Events.Time(vertex, "started") is not { } started || _steps.ContainsKey(digest))
            return;
        _steps[digest] = new Step(_steps.Count + 1, started);
        file.WriteLine($"#{_steps.Count} {Events.Text(vertex, "name").ReplaceLineEndings(" ")}");
    }

    void Print(JsonElement log)
    {
        if (!_steps.TryGetValue(Events.Text(log, "vertex"), out var step) || !log.TryGetProperty("data", out var data))
            return;
        var time = Events.Time(log, "timestamp") is { } at ? string.Create(CultureInfo.InvariantCulture, $" {(at - step.Started).TotalSeconds:0.0}") : "";
        foreach (var line in Lines(data.GetBytesFromBase64()))
            file.WriteLine($"#{step.Number}{time} {line}");
    }

    void End(JsonElement vertex)
    {
        if (!_steps.TryGetValue(Events.Text(vertex, "digest"), out var step) || Events.Time(vertex, "completed") is not { } completed)
            return;
        // Told again for each image that has the step, and later without the word.
        var isCached = step.Ending == "cached" || (vertex.TryGetProperty("cached", out var cached) && cached.GetBoolean());
        var word = Events.Text(vertex, "error") is { Length: > 0 } error
            ? $"failed: {error.ReplaceLineEndings(" ")}"
            : isCached ? "cached" : $"done, {HumanUnits.Duration(completed - (Events.Time(vertex, "started") ?? step.Started))}";
        if (word != step.Ending)
            file.WriteLine($"#{step.Number} {word}");
        step.Ending = word;
    }

    static IEnumerable<string> Lines(byte[] data) =>
        Encoding.UTF8.GetString(data).TrimEnd('\n').Split('\n').Select(x => x.TrimEnd('\r'));

    sealed class Step(int number, DateTimeOffset started)
    {
        internal int Number => number;

        internal DateTimeOffset Started => started;

        internal string? Ending { get; set; }
    }
}
