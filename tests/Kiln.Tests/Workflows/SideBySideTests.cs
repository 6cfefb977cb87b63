using System.Text.RegularExpressions;
using Kiln.Workflows;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;

namespace Kiln.Tests.Workflows;

/// <summary>The example of docs/guides/ci.md: what the page shows is what is compiled and generated here. With <c>UPDATE_SNAPSHOTS=1</c> the page is written.</summary>
public sealed class SideBySideTests
{
    static readonly string Page = Path.Combine(RepositoryRoot.Path, "docs", "guides", "ci.md");

    static readonly PipelineFacts Facts = new() { Images = ["api"], Platforms = [Platform.LinuxAmd64], Registries = ["ghcr.io/acme", "harbor.example.com/acme"] };

    static Pipeline Example =>
        // #region example
        new Pipeline("images")
        {
            Triggers = [new Trigger.Push { Branches = ["main"] }],
            Jobs = [new Job("push", "VerifyWorkflow", "Push") { Timeout = TimeSpan.FromMinutes(30), Exclusive = "production" }],
        }
        // #endregion
        ;

    [Fact]
    public void The_guide_shows_what_one_description_becomes_on_both_hosts()
    {
        (string Name, string Text)[] blocks =
        [
            ("tests/Kiln.Tests/Workflows/SideBySideTests.cs#example", Region()),
            ("generated for GitHub", GitHubWorkflow.Of(Example, Facts, new() { ShowsFindings = true }).Text),
            ("generated for GitLab", GitLabPipeline.Of([Example], Facts, new()).Text),
        ];
        var before = File.ReadAllText(Page).ReplaceLineEndings("\n");

        var after = blocks.Aggregate(before, (page, x) => Block(x.Name).Replace(page, y => $"{y.Groups["head"].Value}{x.Text}```"));

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Page, after);
        Assert.Equal(after, File.ReadAllText(Page).ReplaceLineEndings("\n"));
        Assert.All(blocks, x => Assert.Matches(Block(x.Name), before));
    }

    static Regex Block(string name) => new($"(?<head><!-- {Regex.Escape(name)} -->\n```[a-z]+\n).*?```", RegexOptions.Singleline);

    static string Region([System.Runtime.CompilerServices.CallerFilePath] string file = "")
    {
        var lines = File.ReadAllLines(file).SkipWhile(x => !x.EndsWith("// #region example", StringComparison.Ordinal)).Skip(1).TakeWhile(x => !x.EndsWith("// #endregion", StringComparison.Ordinal)).ToArray();
        var indent = lines.Min(x => x.Length - x.TrimStart().Length);
        return string.Concat(lines.Select(x => x[indent..] + "\n"));
    }
}
