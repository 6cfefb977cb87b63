using Kiln.Engine.Output;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

partial class GitHubActions
{
    protected internal override IDisposable WriteBlock(string text) =>
        DelegateDisposable.CreateBracket(() => Group(text), () => EndGroup(text));

    protected internal override void ReportWarning(string text, string? details = null) => WriteWarning(text);

    protected internal override void ReportError(string text, string? details = null) => WriteError(text);

    /// <summary>A tool's own commands must reach the runner untouched, so they bypass the log.</summary>
    protected internal override bool FilterMessage(string message)
    {
        if (!message.StartsWith("::", StringComparison.Ordinal) && !message.StartsWith("##[", StringComparison.Ordinal))
            return false;
        HostConsole.Raw(message);
        return true;
    }
}
