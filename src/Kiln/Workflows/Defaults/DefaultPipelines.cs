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
    /// <param name="comments">Whether the target Comment runs for pull requests, where there is one. Default: no.</param>
    /// <param name="checkRuns">Whether the target CreateCheckRun runs before Lint, where there is one. Default: no.</param>
    /// <param name="fanOut">How the work on images is spread over machines. Default: one job does all. KILN5001 by platform without the target Assemble.</param>
    public static ValueList<Pipeline> Of(PipelineFacts facts, IReadOnlyCollection<string> targets, FanOut fanOut = FanOut.OneJob, bool comments = false, bool checkRuns = false)
    {
        ValueList<string> Those(params string[] names) => names.Where(targets.Contains).ToValueList();
        ValueList<string> checks = [.. Those("VerifyWorkflow"), .. checkRuns ? Those("CreateCheckRun") : [], .. Those("Lint")];
        // Each brings along what it depends on.
        var judges = Those("Scan", "SmokeTest") is { Count: > 0 } all ? all : Those("DockerBuild");
        Job[] ends =
        [
            .. judges.Count > 0 ? [new Job("scan", [.. judges, .. comments ? Those("Comment") : []]) { On = [JobEvent.PullRequest] }] : (Job[])[],
            .. Those("Push") is { Count: > 0 } push ? [new Job("push", push) { On = [JobEvent.Branch, JobEvent.Tag] }] : (Job[])[],
        ];
        if (fanOut == FanOut.ByPlatform && !targets.Contains("Assemble"))
            throw new KilnException(ErrorCodes.InvalidPipeline, "A job for each platform needs one that puts the images together: let the build inherit IAssemble, or choose another FanOut.");
        return
        [
            .. ends.Length > 0 ? [Images(facts, Spread(facts, checks, ends, fanOut))] : (Pipeline[])[],
            .. Those("ListStale", "UpdateLock") is { Count: > 0 } lookups
                ? [new Pipeline("stale") { Triggers = [new Trigger.Schedule("17 4 * * 1"), new Trigger.Manual()], Jobs = [Refresh(facts, lookups)] }]
                : (Pipeline[])[],
        ];
    }

    static Pipeline Images(PipelineFacts facts, ValueList<Job> jobs) => new("images")
    {
        Triggers = [new Trigger.PullRequest(), new Trigger.Push { Branches = [facts.DefaultBranch], Tags = ["v*"] }],
        Jobs = jobs,
    };

    static ValueList<Job> Spread(PipelineFacts facts, ValueList<string> checks, Job[] ends, FanOut fanOut) => fanOut switch
    {
        FanOut.ByPlatform when facts.Platforms.Count > 1 =>
        [
            .. PlatformJobs.Building(facts.Platforms, checks),
            .. ends.Select(x => PlatformJobs.Assembling(facts.Platforms, x)),
        ],
        FanOut.ByImage when facts.Images.Count > 1 => ends
            .Select(x => x with { Targets = [.. checks, .. x.Targets], Matrix = JobMatrix.ByImage(facts.Images) }).ToValueList(),
        _ => ends.Select(x => x with { Targets = [.. checks, .. x.Targets] }).ToValueList(),
    };

    // Two at once would push the same branch.
    static Job Refresh(PipelineFacts facts, ValueList<string> targets) => new("refresh", targets)
    {
        Exclusive = "kiln-lock",
        After = targets.Contains(KilnTargets.UpdateLock) ? [new Step.Propose("kiln/lock", "Refresh kiln.lock") { Paths = [facts.LockFile] }] : [],
    };
}
