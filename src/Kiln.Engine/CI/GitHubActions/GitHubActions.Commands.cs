using Kiln.Engine.Hosts;
using Kiln.Engine.Output;
using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

partial class GitHubActions
{
    public void Group(string group) => WriteCommand("group", group);

    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string message) => WriteCommand("debug", message);

    public void WriteWarning(string message) => WriteCommand("warning", message);

    public void WriteError(string message) => WriteCommand("error", message);

    /// <summary>Prints <c>::command key=value::message</c>; the runner acts on such lines.</summary>
    public void WriteCommand(
        string command,
        string? message = null,
        Configure<Dictionary<string, object>>? dictionaryConfigurator = null)
    {
        var properties = new Dictionary<string, object>();
        properties = dictionaryConfigurator?.Invoke(properties) ?? properties;
        HostConsole.Raw(WorkflowCommand.Format(command, message, properties));
    }
}
