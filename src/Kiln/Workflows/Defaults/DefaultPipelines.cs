using Kiln.Primitives;

namespace Kiln.Workflows.Defaults;

/// <summary>The pipelines of a build that says nothing about them.</summary>
public static class DefaultPipelines
{
    /// <summary>
    /// <c>images</c>: a pull request is built and scanned, the default branch and version tags are also pushed; both check that the files of the CI
    /// hosts are the build's. <c>stale</c>: once a week, what the lock pins is compared with what it means by now, and the refreshed lock is proposed.
    /// </summary>
    /// <param name="facts">What the build knows.</param>
    /// <param name="targets">The build's targets, by name.</param>
    public static ValueList<Pipeline> Of(PipelineFacts facts, IReadOnlyCollection<string> targets)
    {
        ValueList<string> Those(params string[] names) => names.Where(targets.Contains).ToValueList();
        var checks = Those("VerifyWorkflow", "Lint");
        // Each brings along what it depends on.
        var judges = Those("Scan", "SmokeTest") is { Count: > 0 } all ? all : Those("DockerBuild");
        var pullRequest = new Job("scan", [.. checks, .. judges]) { On = [JobEvent.PullRequest] };
        var release = new Job("push", [.. checks, .. Those("Push")]) { On = [JobEvent.Branch, JobEvent.Tag] };
        return
        [
            new Pipeline("images")
            {
                Triggers = [new Trigger.PullRequest(), new Trigger.Push { Branches = [facts.DefaultBranch], Tags = ["v*"] }],
                Jobs = [.. new[] { pullRequest, release }.Where(x => x.Targets.Count > checks.Count)],
            },
            .. Those("ListStale", "UpdateLock") is { Count: > 0 } lookups
                ? [new Pipeline("stale") { Triggers = [new Trigger.Schedule("17 4 * * 1"), new Trigger.Manual()], Jobs = [Refresh(lookups)] }]
                : (Pipeline[])[],
        ];
    }

    static Job Refresh(ValueList<string> targets) => new("refresh", targets)
    {
        After = targets.Contains("UpdateLock") ? [new Step.Propose("kiln/lock", "Refresh kiln.lock")] : [],
    };
}
