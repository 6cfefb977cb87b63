using Serilog;
using Serilog.Events;

namespace Kiln.Engine.Output.Logging;

sealed class DeferredLogger(Func<ILogger> logger) : ILogger
{
    public void Write(LogEvent logEvent) => logger().Write(logEvent);
}
