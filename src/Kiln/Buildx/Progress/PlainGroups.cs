using Kiln.Reporting;

namespace Kiln.Buildx.Progress;

/// <summary>A heading where there is something to tell apart, and one line a step; what it printed is in the log.</summary>
sealed class PlainGroups(IReporter reporter, bool hasHeadings) : IGroupWriter
{
    public void Begin(string group)
    {
        if (hasHeadings)
            reporter.Information($"── {group}");
    }

    public void Write(FinishedStep step) => reporter.Information(step.Line);

    public void End(string group) { }
}
