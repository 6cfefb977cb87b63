using Kiln.Reporting;

namespace Kiln.EndToEnd.Inputs;

/// <summary>Keeps what people would read.</summary>
sealed class Notes : IReporter
{
    internal List<string> Said { get; } = [];

    internal List<string> Warned { get; } = [];

    public void Information(string message) => Said.Add(message);

    public void Warning(string message) => Warned.Add(message);
}
