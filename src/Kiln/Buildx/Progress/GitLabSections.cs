using Kiln.Reporting;

namespace Kiln.Buildx.Progress;

/// <summary>Sections that the page of a job folds (docs.gitlab.com, job logs, custom collapsible sections).</summary>
sealed class GitLabSections(IReporter reporter, TimeProvider time) : IGroupWriter
{
    const string EraseLine = "\e[0K";

    int _count;

    public void Begin(string group) => reporter.Raw($"{EraseLine}section_start:{Now}:{Id(++_count)}[collapsed=true]\r{EraseLine}{group}");

    public void Write(FinishedStep step)
    {
        reporter.Information(step.Line);
        foreach (var line in step.Output)
            reporter.Raw($"          {line}");
    }

    public void End(string group) => reporter.Raw($"{EraseLine}section_end:{Now}:{Id(_count)}\r{EraseLine}");

    long Now => time.GetUtcNow().ToUnixTimeSeconds();

    // A group may come twice, and start and end find each other by it.
    static string Id(int number) => $"kiln_build_{number}";
}
