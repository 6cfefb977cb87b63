using Nuke.Common;
using Serilog.Core;
using Serilog.Events;

namespace Kiln.Engine.Output.Logging;

/// <summary>Warnings and errors also become annotations of the host.</summary>
sealed class HostSink(Host host) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        var details = logEvent.Exception?.ToString();
        if (logEvent.Level == LogEventLevel.Warning)
            host.ReportWarning(logEvent.RenderMessage(), details);
        else
            host.ReportError(logEvent.RenderMessage(), details);
    }
}
