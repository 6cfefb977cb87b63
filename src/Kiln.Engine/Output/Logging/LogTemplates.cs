namespace Kiln.Engine.Output.Logging;

static class LogTemplates
{
    public const string Plain = "[{Level:u3}] {Message:l}{NewLine}{Exception}";
    public const string Timestamped = "{Timestamp:HH:mm:ss} " + Plain;
    public const string ErrorsAndWarnings = "[{Level:u3}] {ExecutingTarget}: {Message:l}{NewLine}";
    public const string File = "{Level:u1} | {ExecutingTarget,-20} | {Message:l}{NewLine}{Exception}";
    public const string TimestampedFile = "{Timestamp:HH:mm:ss.fff} | " + File;
}
