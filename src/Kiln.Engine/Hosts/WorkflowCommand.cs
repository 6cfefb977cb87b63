namespace Kiln.Engine.Hosts;

/// <summary>
/// Lines that a GitHub runner obeys:
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
/// </summary>
static class WorkflowCommand
{
    public static string Format(string command, string? message, IEnumerable<KeyValuePair<string, object>> properties)
    {
        var list = string.Join(", ", properties.Select(x => $"{x.Key}={EscapeProperty(x.Value.ToString())}"));
        return $"::{command}{(list.Length > 0 ? " " : "")}{list}::{Escape(message)}";
    }

    static string? Escape(string? text) => text?.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    static string? EscapeProperty(string? text) => Escape(text)?.Replace(":", "%3A").Replace(",", "%2C");
}
