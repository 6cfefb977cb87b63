using Kiln.Engine.Output.Logging;
using Nuke.Common;
using Serilog;
using Serilog.Events;

namespace Kiln.Engine.Output;

/// <summary>
/// Repeats all warnings and errors at the end of a run, without their exceptions, whatever the verbosity.
/// </summary>
static class ErrorsAndWarnings
{
    public static void Write(Host host, IReadOnlyCollection<LogEvent> events)
    {
        if (events.Count == 0)
            return;

        using var block = host.WriteBlock("Errors & Warnings");
        using var log = new LoggerConfiguration()
            .WriteTo.Console(
                outputTemplate: LogTemplates.ErrorsAndWarnings,
                theme: LogThemes.For(host.Palette),
                applyThemeToRedirectedOutput: true)
            .CreateLogger();
        foreach (var logEvent in events.Where(x => x.MessageTemplate.Text.Length > 0))
            log.Write(logEvent);
    }
}
