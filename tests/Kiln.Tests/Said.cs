using Kiln.Reporting;

namespace Kiln.Tests;

/// <summary>Keeps what people would read.</summary>
sealed class Said : IReporter
{
    public List<string> Lines { get; } = [];

    public void Information(string message) => Lines.Add(message);

    public void Warning(string message) => Lines.Add("warning: " + message);
}
