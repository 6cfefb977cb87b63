using Kiln.Linting;

namespace Kiln.Tests.Linting;

/// <summary>Every rule has a page under <c>docs/rules</c>, and its examples are true.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Ids => [.. new Linter().AllRules.Select(x => x.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_the_rule_does(string id)
    {
        var rule = new Linter().AllRules.Single(x => x.Id == id);
        var file = Path.Combine(RulePages.Folder, $"{id}.md");
        Assert.True(File.Exists(file), $"docs/rules/{id}.md is missing: a rule exists only with its page.");

        var page = new RulePage(rule, File.ReadAllText(file).ReplaceLineEndings("\n"));
        RulePages.Expect($"{id}.md", page.Render(RulePageOptions.Of(id)));
        Assert.True(page.Problems.Count == 0, string.Join("\n", page.Problems));
    }

    [Fact]
    public void The_list_has_all_rules() => RulePages.Expect("README.md", RuleList.Render(new Linter().AllRules));

    [Fact]
    public void No_page_is_left_of_a_rule_that_went() => Assert.Empty(
        Directory.EnumerateFiles(RulePages.Folder, "*.md").Select(Path.GetFileNameWithoutExtension)
            .Except(Ids.Select(x => (string?)x.Data)).Except(["README", "ShellCheck"]));
}
