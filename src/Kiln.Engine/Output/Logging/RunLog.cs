using Kiln.Engine.Execution;
using Nuke.Common;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Kiln.Engine.Output.Logging;

/// <summary>
/// The log of a run. Sinks are made when the first event comes or the first target starts: help needs none.
/// </summary>
sealed class RunLog(BuildRun run)
{
    readonly LoggingLevelSwitch _level = new();
    readonly TargetEnricher _target = new();
    Logger? _logger;

    public MemorySink Memory { get; } = new();

    /// <summary>Takes over Serilog's <see cref="Log.Logger"/> until the result is disposed.</summary>
    public IDisposable Begin()
    {
        var former = Log.Logger;
        Log.Logger = new DeferredLogger(() => Opened);
        return Nuke.Common.Utilities.DelegateDisposable.CreateBracket(cleanup: () =>
        {
            _logger?.Dispose();
            Log.Logger = former;
        });
    }

    public void Open() => _ = Opened;

    public void UpdateLevel() => _level.MinimumLevel = LevelOf(run.Verbosity);

    public IDisposable BeginTarget(string name)
    {
        var former = _target.Name;
        _target.Name = name;
        return Nuke.Common.Utilities.DelegateDisposable.CreateBracket(cleanup: () => _target.Name = former);
    }

    Logger Opened
    {
        get
        {
            lock (_level)
                return _logger ??= Create();
        }
    }

    /// <summary>The host comes first, so that an annotation stands above its line.</summary>
    Logger Create()
    {
        UpdateLevel();
        var host = run.Host;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Filter.ByExcluding(x => host.FilterMessage(x.MessageTemplate.Text))
            .Enrich.With(_target)
            .WriteTo.Sink(new HostSink(host), LogEventLevel.Warning)
            .WriteTo.Console(
                outputTemplate: HasTimestamps(host) ? LogTemplates.Timestamped : LogTemplates.Plain,
                theme: LogThemes.For(host.Palette),
                applyThemeToRedirectedOutput: true,
                levelSwitch: _level)
            .WriteTo.Sink(Memory, LogEventLevel.Warning);
        if (NukeBuild.IsLocalBuild)
            configuration = configuration.WriteTo.Sink(new LogFiles(run.TemporaryDirectory, run.Secrets));

        return configuration.CreateLogger();
    }

    bool HasTimestamps(Host host)
        => host.HasTimestamps && (run.Build is null || OutputParts.IsEnabled(run.Build, DefaultOutput.Timestamps));

    static LogEventLevel LevelOf(Verbosity verbosity) => verbosity switch
    {
        Verbosity.Verbose => LogEventLevel.Verbose,
        Verbosity.Normal => LogEventLevel.Debug,
        Verbosity.Minimal => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };
}
