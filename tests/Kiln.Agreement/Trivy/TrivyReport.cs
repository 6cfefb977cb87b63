using Kiln.Linting;

namespace Kiln.Agreement.Trivy;

/// <summary>Says with how many tests of Trivy's checks the linter agrees, and where it differs and why.</summary>
static class TrivyReport
{
    public static int Print(string folder)
    {
        var found = TrivyTests.In(folder);
        if (found.Count == 0)
        {
            Console.Error.WriteLine($"'{folder}' has no tests; give checks/docker of a checkout of trivy-checks.");
            return 2;
        }

        var linter = new Linter(new LintOptions { Enabled = [.. new Linter().AllRules.Where(x => x.IsOptional).Select(x => x.Id)] });
        var different = found.Select(x => x.Verdict).Where(x => IsFound(linter, x) != x.IsDenied).ToArray();
        foreach (var verdict in different)
            KnownDifferences.Print($"{verdict.File}:{verdict.Line}: {verdict.Check} {(verdict.IsDenied ? "is not found" : "is found")}", verdict.Dockerfile, ReasonFor(verdict));
        var unexplained = different.Count(x => ReasonFor(x) is null);
        Console.WriteLine(
            $"trivy-checks: {found.Count - different.Length} of {found.Count} verdicts agree ({100.0 * (found.Count - different.Length) / found.Count:0.0} %), "
            + $"{KnownDifferences.Counted(different.Length, unexplained)}; {TrivyTests.CountIn(folder) - found.Select(x => (x.Verdict.File, x.Input)).Distinct().Count()} inputs were not understood.");
        return unexplained == 0 ? 0 : 1;
    }

    static string? ReasonFor(TrivyVerdict verdict) => KnownDifferences.ReasonFor(verdict.Check, verdict.Dockerfile);

    static bool IsFound(Linter linter, TrivyVerdict verdict)
    {
        var rules = linter.Rules.Where(x => x.IsNamed(verdict.Check)).Select(x => x.Id).ToHashSet();
        return linter.Lint(verdict.Dockerfile).Findings.Any(x => rules.Contains(x.Rule));
    }
}
