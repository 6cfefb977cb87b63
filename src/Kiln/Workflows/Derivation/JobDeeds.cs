namespace Kiln.Workflows.Derivation;

/// <summary>What a job does: that of its targets, and of all that the build runs for them.</summary>
static class JobDeeds
{
    const Deeds Built = Deeds.UseEngine;

    // With what each of them brings along in a build that has it, for facts that do not tell what targets bring.
    static readonly Dictionary<string, Deeds> OfTargets = new(StringComparer.OrdinalIgnoreCase)
    {
        [KilnTargets.StartEngine] = Built,
        [KilnTargets.Restore] = Built,
        [KilnTargets.Lint] = Deeds.Lint,
        [KilnTargets.CreateCheckRun] = Deeds.Lint | Deeds.WriteChecks,
        [KilnTargets.DockerBuild] = Built,
        [KilnTargets.Assemble] = Deeds.Assemble,
        [KilnTargets.SmokeTest] = Built,
        [KilnTargets.Scan] = Built | Deeds.Scan,
        [KilnTargets.Comment] = Built | Deeds.Comment,
        [KilnTargets.Push] = Built | Deeds.Scan | Deeds.Push,
        [KilnTargets.Promote] = Deeds.Push,
        [KilnTargets.CleanUp] = Deeds.CleanUp,
    };

    internal static Deeds Of(Job job, PipelineFacts facts) => job.Targets
        .SelectMany(facts.BroughtBy)
        .Aggregate(Deeds.None, (all, x) => all | OfTargets.GetValueOrDefault(x));

    /// <summary>Whether one of these is among them.</summary>
    internal static bool HasAny(this Deeds all, Deeds some) => (all & some) != 0;
}
