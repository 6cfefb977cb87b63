using Kiln.Reporting;

namespace Kiln.Buildx.Builders;

/// <summary>Says before the build what its builder cannot do.</summary>
static class BuilderChecks
{
    /// <summary>One exception for all that would fail, with the first one's code; warnings for the rest.</summary>
    internal static void Require(BuildRequest request, IReporter reporter)
    {
        var findings = BuilderFitness.Of(request.Engine, BuilderNeeds.Of(request));
        var fatal = findings.Where(x => x.IsFatal).ToArray();
        if (fatal.Length > 0)
            throw new KilnException(fatal[0].Code, string.Join("\n", fatal.Select(x => x.ToString())));
        foreach (var finding in findings)
            reporter.Warning($"{finding.Code}: {finding}");
    }
}
