using System.Collections.Concurrent;
using Kiln.Reporting;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>Remembers what was said.</summary>
sealed class Listener : IReporter
{
    internal ConcurrentQueue<string> Lines { get; } = [];

    internal ConcurrentQueue<string> Warnings { get; } = [];

    public void Information(string message) => Lines.Enqueue(message);

    public void Warning(string message) => Warnings.Enqueue(message);
}
