using System.Text.Json;
using Kiln.Processes;

namespace Kiln.Buildx.Progress;

/// <summary>
/// What <c>buildx --progress=rawjson</c> prints, on its way to all who listen. Secrets are taken out here, once, so that no
/// listener can tell one.
/// </summary>
sealed class SolveEvents(Redactor redactor, BuildLog log, params IReadOnlyList<ISolveListener> listeners)
{
    readonly EventRedaction _redaction = new(redactor);
    readonly ISolveListener[] _all = [log, .. listeners];

    /// <summary>All that was told.</summary>
    internal BuildLog Log { get; } = log;

    /// <summary>Where a person finds all of it, for messages; null where it is not kept.</summary>
    internal string? FullLog { get; init; }

    /// <summary>Reads buildx's standard error until it ends.</summary>
    internal async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        await new JsonValueStream(x => Tell(_redaction.Pass(x)), TellText).ReadAsync(stream, cancellationToken);
        if (_redaction.Rest() is { } rest)
            Tell(rest);
    }

    /// <summary>A failure also quotes Dockerfiles, which nothing was taken out of.</summary>
    internal KilnException Redact(KilnException failure) => new(failure.Code, redactor.Redact(failure.Message));

    void Tell(ReadOnlyMemory<byte> value)
    {
        using var document = JsonDocument.Parse(value);
        foreach (var listener in _all)
            listener.Take(document.RootElement);
    }

    void TellText(string line)
    {
        var redacted = redactor.Redact(line);
        foreach (var listener in _all)
            listener.TakeText(redacted);
    }
}
