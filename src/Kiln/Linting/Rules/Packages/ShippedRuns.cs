namespace Kiln.Linting.Rules.Packages;

/// <summary>What lies in a stage that others only copy from is gone with it; its size costs nobody anything.</summary>
static class ShippedRuns
{
    /// <summary>RUNs whose layers get into the image: of the last stage, of those below it, and behind ONBUILD.</summary>
    public static IEnumerable<LintRun> Of(LintSubject subject)
    {
        var shipped = subject.Final is { } final ? [.. subject.LineageOf(final)] : subject.Sections;
        return subject.Runs.Where(x => shipped.Contains(x.Section) || IsTrigger(x));
    }

    static bool IsTrigger(LintRun run) => !run.Section.Instructions.Contains(run.Run);
}
