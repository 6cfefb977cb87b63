using Kiln.Linting;

namespace Kiln.Agreement.Hadolint;

/// <summary>Says with how many of hadolint's verdicts the linter agrees, and where it differs and why.</summary>
static class HadolintReport
{
    public static int Print(string folder, params string[] rules)
    {
        var written = HadolintSpec.CountIn(folder);
        var all = HadolintSpec.In(folder).ToArray();
        if (all.Length == 0)
        {
            Console.Error.WriteLine($"'{folder}' has no specs; give test/Hadolint of a checkout of hadolint.");
            return 2;
        }

        // An optional rule judges nothing by default, and a spec of it would say nothing.
        var linter = new Linter(new LintOptions { Enabled = [.. new Linter().AllRules.Where(x => x.IsOptional).Select(x => x.Id)] });
        var known = linter.Rules.SelectMany(x => x.Aliases).ToHashSet();
        var plain = all.Where(x => !x.IsConfigured && (rules.Length == 0 || rules.Contains(x.Rule))).ToArray();
        var scripts = plain.Where(x => x.Rule == HadolintVerdict.OfScript).ToArray();
        var ofShellCheck = ScriptVerdicts.Judge(scripts);
        plain = [.. plain.Where(x => x.Rule != HadolintVerdict.OfScript || ofShellCheck.ContainsKey(x))];
        var different = plain.Where(x => (ofShellCheck.TryGetValue(x, out var isCaught) ? isCaught : IsCaught(linter, x)) != x.IsCaught).ToArray();
        foreach (var verdict in different)
            KnownDifferences.Print(
                $"{verdict.Spec}:{verdict.Line}: {verdict.Rule} {(verdict.IsCaught ? "is not found" : "is found")}"
                + $"{(verdict.IsTrigger ? " behind ONBUILD" : "")}{(known.Contains(verdict.Rule) || verdict.Rule == HadolintVerdict.OfScript ? "" : " (no such rule)")}",
                verdict.Dockerfile,
                ReasonFor(verdict));
        var unexplained = different.Count(x => ReasonFor(x) is null);
        Console.WriteLine(
            $"hadolint: {plain.Length - different.Length} of {plain.Length} verdicts agree ({100.0 * (plain.Length - different.Length) / plain.Length:0.0} %), {KnownDifferences.Counted(different.Length, unexplained)}; "
            + $"{all.Count(x => x.IsConfigured)} with a special configuration are left out, {written - all.Length} were not understood."
            + (ofShellCheck.Count < scripts.Length ? $" {scripts.Length} about scripts were left out, since ShellCheck is not on PATH." : ""));
        return unexplained == 0 ? 0 : 1;
    }

    static string? ReasonFor(HadolintVerdict verdict) => KnownDifferences.ReasonFor(verdict.Rule, verdict.Dockerfile);

    static bool IsCaught(Linter linter, HadolintVerdict verdict)
    {
        var rules = linter.Rules.Where(x => x.IsNamed(verdict.Rule)).Select(x => x.Id).ToHashSet();
        return linter.Lint(verdict.Text + "\n").Findings.Any(x => rules.Contains(x.Rule));
    }
}
