namespace Kiln.Workflows.GitHub;

/// <summary>For which events a job runs.</summary>
static class GitHubConditions
{
    /// <summary>Null where it runs for all that trigger its pipeline.</summary>
    internal static string? Of(Pipeline pipeline, Job job)
    {
        var events = pipeline.EventsOf(job).ToArray();
        return events.Length == pipeline.Events.Distinct().Count() ? null : string.Join(" || ", Grouped(events));
    }

    // Both of a push's events are one condition.
    static IEnumerable<string> Grouped(JobEvent[] events) => events.Contains(JobEvent.Branch) && events.Contains(JobEvent.Tag)
        ? ["github.event_name == 'push'", .. events.Where(x => x is not (JobEvent.Branch or JobEvent.Tag)).Select(Of)]
        : events.Select(Of);

    static string Of(JobEvent value) => value switch
    {
        JobEvent.PullRequest => "github.event_name == 'pull_request'",
        JobEvent.Branch => "github.event_name == 'push' && github.ref_type == 'branch'",
        JobEvent.Tag => "github.event_name == 'push' && github.ref_type == 'tag'",
        JobEvent.Schedule => "github.event_name == 'schedule'",
        JobEvent.Manual => "github.event_name == 'workflow_dispatch'",
        _ => throw new InvalidOperationException($"{value} is no event."),
    };
}
