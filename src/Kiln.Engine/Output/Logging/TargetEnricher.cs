using Serilog.Core;
using Serilog.Events;

namespace Kiln.Engine.Output.Logging;

/// <summary>Tells which target an event belongs to, cut to the width of its column.</summary>
sealed class TargetEnricher : ILogEventEnricher
{
    const int Width = 20;

    public string Name { get; set; } = "";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        var name = Name.Length > Width ? Name[..Width] : Name;
        logEvent.AddOrUpdateProperty(new("ExecutingTarget", new ScalarValue(name)));
    }
}
