using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>Two programs for one task are two packages to install and to keep safe.</summary>
sealed class CurlBesideWget() : LintRule(
    "KLN3006", Severity.Information, "Download with curl or with wget, not with both.", "DL4001", "DS-0014")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        foreach (var section in subject.Runs.GroupBy(x => x.Section))
        {
            var used = new List<string>();
            foreach (var run in section)
            {
                var downloads = run.Commands.Where(x => x.Name is "curl" or "wget" && x.Arguments.Count > 0).ToArray();
                used = [.. used.Union(downloads.Select(x => x.Name))];
                if (used.Count == 2 && downloads.Length > 0)
                    yield return Found(
                        (downloads.FirstOrDefault(x => x.Name == used[1]) ?? downloads[0]).NameWord.Span,
                        $"'{used[0]}' and '{used[1]}' both download for this stage, where one of them would do.",
                        $"Take '{used[0]}' for all downloads, or '{used[1]}', and install no other.");
            }
        }
    }
}
