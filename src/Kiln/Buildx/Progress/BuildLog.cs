using System.Text.Json;
using Kiln.Processes;

namespace Kiln.Buildx.Progress;

/// <summary>
/// Everything that BuildKit told about one solve: its steps, the last lines that each printed, and the closing words.
/// Events follow <c>client.SolveStatus</c> (moby/buildkit client/graph.go): the same step comes several times, the last
/// word counts.
/// </summary>
public sealed class BuildLog : ISolveListener
{
    readonly Dictionary<string, BuildStep> _steps = [];
    readonly Dictionary<string, StepOutput> _output = [];
    readonly List<string> _text = [];

    /// <summary>All steps, in the order in which BuildKit first named them.</summary>
    public IReadOnlyCollection<BuildStep> Steps => _steps.Values;

    /// <summary>
    /// The steps with a Dockerfile instruction behind them that had a turn. Where two images have the same step, BuildKit finds out
    /// and does it once; the other one never starts, or is cancelled.
    /// </summary>
    public IEnumerable<BuildStep> Instructions => Steps.Where(x => x is { IsInstruction: true, Started: not null, IsCancelled: false });

    /// <summary>The step of that digest, or null.</summary>
    internal BuildStep? Find(string digest) => _steps.GetValueOrDefault(digest);

    /// <summary>Plain text among the events: buildx's closing error with the lines of the Dockerfile around it.</summary>
    public IReadOnlyList<string> ClosingText => _text;

    /// <summary>The step that broke the solve, or null. Exports of other images that it broke off come after it, and are not the cause.</summary>
    public BuildStep? Failed =>
        Steps.LastOrDefault(x => IsBroken(x) && x.IsInstruction) ?? Steps.LastOrDefault(x => IsBroken(x) && !x.IsCacheTransfer);

    /// <summary>Caches that could not be read or written; what is simply not there yet is none of them.</summary>
    public IEnumerable<BuildStep> BrokenTransfers =>
        Steps.Where(x => x.IsCacheTransfer && IsBroken(x) && !x.Error.EndsWith(": not found", StringComparison.Ordinal));

    /// <summary>The last 20 lines that a step printed, oldest first.</summary>
    public IReadOnlyCollection<string> OutputOf(BuildStep step) => _output.GetValueOrDefault(step.Digest)?.Lines ?? [];

    /// <summary>Reads buildx's standard error until it ends. No secret is taken out.</summary>
    public Task ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        new SolveEvents(Redactor.None, this).ReadAsync(stream, cancellationToken);

    static bool IsBroken(BuildStep step) => step is { Error.Length: > 0, IsCancelled: false };

    void ISolveListener.Take(JsonElement status)
    {
        foreach (var vertex in Events.List(status, "vertexes"))
            TakeStep(vertex);
        foreach (var log in Events.List(status, "logs"))
            TakeOutput(log);
    }

    void ISolveListener.TakeText(string line) => _text.Add(line);

    void TakeStep(JsonElement vertex)
    {
        var digest = Events.Text(vertex, "digest");
        var before = _steps.GetValueOrDefault(digest) is { } known && known.IsSameAttempt(Events.Time(vertex, "started")) ? known : null;
        var step = new BuildStep(digest, Events.Text(vertex, "name"))
        {
            Started = Events.Time(vertex, "started") ?? before?.Started,
            Completed = Events.Time(vertex, "completed") ?? before?.Completed,
            IsCached = vertex.TryGetProperty("cached", out var cached) && cached.GetBoolean() || before is { IsCached: true },
            Error = Events.Text(vertex, "error"),
        };
        var places = before?.Places ?? [];
        _steps[digest] = step with { Places = places.Contains(step.Place) ? places : [.. places, step.Place] };
    }

    void TakeOutput(JsonElement log)
    {
        var digest = Events.Text(log, "vertex");
        if (!_output.TryGetValue(digest, out var output))
            _output[digest] = output = new StepOutput();
        if (log.TryGetProperty("data", out var data))
            output.Add(data.GetBytesFromBase64());
    }
}
