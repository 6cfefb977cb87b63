using Kiln.Reporting;
using Serilog;

namespace Kiln.Components;

/// <summary>Hands Kiln's words to the build's own log.</summary>
public sealed class SerilogReporter : IReporter
{
    /// <inheritdoc />
    public void Information(string message) => Log.Information("{Message:l}", message);

    /// <inheritdoc />
    public void Warning(string message) => Log.Warning("{Message:l}", message);

    /// <inheritdoc />
    public void Raw(string line) => Console.Out.WriteLine(line);
}
