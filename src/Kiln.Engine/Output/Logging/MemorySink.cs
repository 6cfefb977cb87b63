using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace Kiln.Engine.Output.Logging;

/// <summary>Keeps warnings and errors for the end of the run.</summary>
sealed class MemorySink : ILogEventSink
{
    readonly ConcurrentQueue<LogEvent> _events = [];

    public IReadOnlyCollection<LogEvent> Events => _events;

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);
}
