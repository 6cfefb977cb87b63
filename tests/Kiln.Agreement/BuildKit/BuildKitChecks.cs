using Kiln.Dockerfiles;
using Kiln.Linting;

namespace Kiln.Agreement.BuildKit;

/// <summary>An example of a page about a check: good or bad.</summary>
sealed record BuildKitExample(string Page, string Check, bool IsBad, string Dockerfile, string? Ignore);

/// <summary>Says with how many examples of BuildKit's own pages (frontend/dockerfile/docs/rules) the linter agrees.</summary>
static class BuildKitChecks
{
    public static int Print(string folder)
    {
        var examples = Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(In).ToArray();
        if (examples.Length == 0)
        {
            Console.Error.WriteLine($"'{folder}' has no pages; give frontend/dockerfile/docs/rules of BuildKit.");
            return 2;
        }

        var linter = new Linter(new LintOptions { Enabled = [.. new Linter().AllRules.Where(x => x.IsOptional).Select(x => x.Id)] });
        var different = examples.Where(x => IsFound(linter, x) != x.IsBad).ToArray();
        foreach (var example in different)
            KnownDifferences.Print($"{example.Page}: {example.Check} {(example.IsBad ? "is not found" : "is found")} in", example.Dockerfile, ReasonFor(example));
        var unexplained = different.Count(x => ReasonFor(x) is null);
        Console.WriteLine($"buildkit-checks: {examples.Length - different.Length} of {examples.Length} examples agree, {KnownDifferences.Counted(different.Length, unexplained)}");
        return unexplained == 0 ? 0 : 1;
    }

    static string? ReasonFor(BuildKitExample example) => KnownDifferences.ReasonFor(example.Check, example.Dockerfile);

    static bool IsFound(Linter linter, BuildKitExample example)
    {
        var ignore = DockerIgnore.Parse(example.Ignore ?? "");
        var image = new LintedImage { Context = new LintContext(() => [], ignore, example.Ignore is not null) };
        var rules = linter.Rules.Where(x => x.IsNamed(example.Check)).Select(x => x.Id).ToHashSet();
        return linter.Lint(example.Dockerfile, "Dockerfile", image).Findings.Any(x => rules.Contains(x.Rule));
    }

    static IEnumerable<BuildKitExample> In(string page)
    {
        var (check, isBad, fence, block, ignore) = ("", (bool?)null, (string?)null, new List<string>(), (string?)null);
        var isIgnoreFile = false;
        foreach (var line in File.ReadLines(page))
            if (fence is not null && line == "```")
            {
                if (fence == "text" && isIgnoreFile)
                    ignore = string.Join('\n', block);
                if (fence == "dockerfile" && isBad is { } bad)
                    yield return new BuildKitExample(Path.GetFileName(page), check, bad, string.Join('\n', block) + "\n", ignore);
                (fence, isIgnoreFile) = (null, false);
                block.Clear();
            }
            else if (fence is not null)
                block.Add(line);
            else if (line.StartsWith("```", StringComparison.Ordinal))
                fence = line[3..];
            else if (line.StartsWith("title: ", StringComparison.Ordinal))
                check = line[7..];
            else if (line.StartsWith('❌') || line.StartsWith('✅'))
                isBad = line[0] == '❌';
            else
                isIgnoreFile |= line.Contains("`.dockerignore` file:", StringComparison.Ordinal);
    }
}
