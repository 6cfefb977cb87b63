using Kiln.Reporting;

namespace Kiln.EndToEnd.Pipeline;

/// <summary>Where nobody listens.</summary>
sealed class NoReporter : IReporter
{
    public void Information(string message) { }

    public void Warning(string message) { }
}
