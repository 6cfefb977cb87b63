using System.Text;
using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Linting.Fixing;
using Kiln.Linting.Reports;

namespace Kiln.Tests.Linting;

/// <summary>
/// The page of a rule, whose examples are the cases of its test: under "Bad", each block has findings of it; under "Good"
/// and "Looks bad, and is fine", none has. Heading, names, findings and what a fix makes of an example are written by the
/// test, the rest by people. A block <c>files</c> (path and bytes a line) or <c>dockerignore</c> before an example is the
/// folder that it is built with.
/// </summary>
sealed class RulePage(LintRule rule, string text)
{
    static readonly string[] Generated = ["text", "dockerfile fixed"];

    readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The page as it should be, with the findings as they are.</summary>
    public string Render(LintOptions? options = null)
    {
        var linter = new Linter((options ?? new LintOptions()) with { Enabled = rule.IsOptional ? [rule.Id] : [], OwnRules = options?.OwnRules ?? [] });
        var result = new StringBuilder($"# {rule.Id}: {rule.Title}\n\n{Names()}\n");
        var (section, files, ignore, cases) = ("", (string?)null, (string?)null, new Dictionary<string, int>());
        foreach (var part in Parts().SkipWhile(x => x.Fence is null && (x.Text.StartsWith("# ", StringComparison.Ordinal) || x.Text.StartsWith("**", StringComparison.Ordinal))))
        {
            if (Generated.Contains(part.Fence) || part.Text == "Fixed:")
                continue;
            if (part.Text.StartsWith("## ", StringComparison.Ordinal))
                section = part.Text[3..];
            result.Append('\n').Append(part.Fence is null ? part.Text : $"```{part.Fence}\n{part.Text}\n```").Append('\n');
            if (part.Fence == "files")
                files = part.Text;
            else if (part.Fence == "dockerignore")
                ignore = part.Text;
            else if (part.Fence == "dockerfile")
            {
                cases[section] = cases.GetValueOrDefault(section) + 1;
                Judge(linter, section, part.Text, ImageOf(files, ignore), result);
                (files, ignore) = (null, null);
            }
        }

        foreach (var needed in new[] { "Bad", "Good", "Looks bad, and is fine" }.Where(x => !cases.ContainsKey(x)))
            _problems.Add($"{rule.Id}: the page has no example under '## {needed}'.");
        return result.ToString();
    }

    void Judge(Linter linter, string section, string dockerfile, LintedImage? image, StringBuilder result)
    {
        var report = linter.Lint(dockerfile + "\n", "Dockerfile", image);
        var found = report.Findings.Where(x => x.Rule == rule.Id).ToArray();
        if (section != "Bad")
        {
            if (found.Length > 0)
                _problems.Add($"{rule.Id}: an example under '{section}' has a finding:\n{LintText.Of(report.Source, found[0])}");
            return;
        }

        if (found.Length == 0)
            _problems.Add($"{rule.Id}: an example under 'Bad' has no finding:\n{dockerfile}");
        result.Append($"\n```text\n{string.Join("\n", found.Select(x => LintText.Of(report.Source, x)))}```\n");
        if (!found.Any(x => x.Fix is not null))
            return;
        var alone = new Linter(new LintOptions { Disabled = [.. linter.Rules.Where(x => x.Id != rule.Id).Select(x => x.Id)], Enabled = rule.IsOptional ? [rule.Id] : [] });
        var mended = DockerfileFixer.Fix(alone, dockerfile + "\n", "Dockerfile", image);
        result.Append($"\nFixed:\n\n```dockerfile fixed\n{mended.TrimEnd('\n')}\n```\n");
        if (alone.Lint(mended, "Dockerfile", image).Findings.Any(x => x.Rule == rule.Id && x.Fix is not null))
            _problems.Add($"{rule.Id}: the fix does not take its finding away:\n{mended}");
    }

    string Names()
    {
        var others = rule.Aliases.Count == 0 ? "" : $" · also {string.Join(", ", rule.Aliases.Select(x => $"`{x}`"))}";
        return $"**{rule.Severity}**{others}{(rule.IsOptional ? " · only where it is asked for" : "")}";
    }

    static LintedImage? ImageOf(string? files, string? ignore)
    {
        if (files is null && ignore is null)
            return null;
        var patterns = DockerIgnore.Parse(ignore ?? "");
        var sent = (files ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split(' '))
            .Select(x => new ContextFile(x[0], long.Parse(x[1]))).Where(x => !patterns.IsIgnored(x.Path));
        return new LintedImage { Context = new LintContext(() => sent, patterns, ignore is not null) };
    }

    // Paragraphs, and blocks between fences.
    IEnumerable<(string? Fence, string Text)> Parts()
    {
        var (fence, lines) = ((string?)null, new List<string>());
        foreach (var line in text.Split('\n'))
            if (fence is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                if (lines.Count > 0)
                    yield return (null, string.Join('\n', lines));
                (fence, lines) = (line[3..], []);
            }
            else if (fence is not null && line == "```")
            {
                yield return (fence, string.Join('\n', lines));
                (fence, lines) = (null, []);
            }
            else if (fence is null && line.Length == 0)
            {
                if (lines.Count > 0)
                    yield return (null, string.Join('\n', lines));
                lines = [];
            }
            else
                lines.Add(line);
        if (lines.Count > 0)
            yield return (fence, string.Join('\n', lines));
    }
}
