namespace Kiln.Workflows.Derivation;

/// <summary>What a job does to the world, by its targets; its permissions, secrets and preparations follow from it.</summary>
/// <param name="UsesEngine">Whether it builds images or runs containers.</param>
/// <param name="Scans">Whether it leaves reports of scanners.</param>
/// <param name="Pushes">Whether it publishes images.</param>
sealed record JobTraits(bool UsesEngine, bool Scans, bool Pushes)
{
    /// <summary>Whether it puts together what other jobs built, and builds nothing itself.</summary>
    internal bool Assembles { get; private init; }

    /// <summary>Whether it judges Dockerfiles, and leaves reports of it.</summary>
    internal bool Lints { get; private init; }

    /// <summary>Whether it writes check runs.</summary>
    internal bool Checks { get; private init; }

    /// <summary>Whether it leaves findings that a host can show.</summary>
    internal bool Finds => Scans || Lints;

    /// <summary>Whether it writes into pull requests.</summary>
    internal bool Comments { get; private init; }

    /// <summary>Whether it takes away what CI leaves behind.</summary>
    internal bool CleansUp { get; private init; }

    // Kiln's own targets with what they bring along; targets of the build's own need nothing until the job says so.
    static readonly Dictionary<string, JobTraits> OfTargets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StartEngine"] = new(true, false, false),
        ["Restore"] = new(true, false, false),
        ["DockerBuild"] = new(true, false, false),
        ["SmokeTest"] = new(true, false, false),
        ["Scan"] = new(true, true, false),
        ["Push"] = new(true, true, true),
        ["Comment"] = new(true, false, false),
        ["Promote"] = new(false, false, true),
    };

    internal static JobTraits Of(Job job) => job.Targets
        .Select(x => OfTargets.GetValueOrDefault(x) ?? new(false, false, false))
        .Aggregate(new JobTraits(false, false, false), (all, x) => new(all.UsesEngine || x.UsesEngine, all.Scans || x.Scans, all.Pushes || x.Pushes))
        with
    {
        Assembles = Runs(job, "Assemble"),
        Comments = Runs(job, "Comment"),
        Lints = Runs(job, "Lint") || Runs(job, "CreateCheckRun"),
        Checks = Runs(job, "CreateCheckRun"),
        CleansUp = Runs(job, "CleanUp"),
    };

    static bool Runs(Job job, string target) => job.Targets.Contains(target, StringComparer.OrdinalIgnoreCase);
}
