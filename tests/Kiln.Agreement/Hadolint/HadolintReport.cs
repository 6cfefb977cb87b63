using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Linting;

namespace Kiln.Agreement.Hadolint;

/// <summary>Says with how many of hadolint's verdicts the linter agrees, and where it differs.</summary>
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
        var different = plain.Where(x => IsCaught(linter, x) != x.IsCaught).ToArray();
        foreach (var verdict in different)
            Console.WriteLine(
                $"{verdict.Spec}:{verdict.Line}: {verdict.Rule} {(verdict.IsCaught ? "is not found" : "is found")}"
                + $"{(verdict.IsTrigger ? " behind ONBUILD" : "")}{(known.Contains(verdict.Rule) ? "" : " (no such rule)")}\n"
                + string.Concat(verdict.Dockerfile.TrimEnd('\n').Split('\n').Select(x => $"    {x}\n")));
        Console.WriteLine(
            $"hadolint: {plain.Length - different.Length} of {plain.Length} verdicts agree ({100.0 * (plain.Length - different.Length) / plain.Length:0.0} %); "
            + $"{all.Count(x => x.IsConfigured)} with a special configuration are left out, {written - all.Length} were not understood.");
        return different.Length == 0 ? 0 : 1;
    }

    static bool IsCaught(Linter linter, HadolintVerdict verdict)
    {
        var text = verdict.IsTrigger ? AsTriggers(verdict.Dockerfile) : verdict.Dockerfile;
        var rules = linter.Rules.Where(x => x.IsNamed(verdict.Rule)).Select(x => x.Id).ToHashSet();
        return linter.Lint(text + "\n").Findings.Any(x => rules.Contains(x.Rule));
    }

    static string AsTriggers(string text)
    {
        foreach (var run in Dockerfile.Parse(text).Instructions.OfType<RunInstruction>().Reverse())
            text = text.Insert(run.KeywordSpan.Start, "ONBUILD ");
        return text;
    }
}
