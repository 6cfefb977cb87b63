using Kiln.Linting;
using Kiln.Primitives;

namespace Kiln.Tests.Linting;

public sealed class IgnoreCommentTests
{
    const string Untagged = "FROM debian AS base\nRUN echo hello\n\nFROM base\nRUN cd /tmp\n";

    [Theory]
    [InlineData("# hadolint ignore=DL3006")]
    [InlineData("#hadolint ignore = DL3008 , DL3006 # since it is pinned by the lock")]
    [InlineData("# kiln ignore=KLN1001")]
    [InlineData("# hadolint global ignore=DL3006")]
    [InlineData("# hadolint stage ignore=DL3006")]
    public void A_comment_takes_back_what_follows(string comment)
    {
        Assert.Contains("KLN1001", Rules(Untagged));
        Assert.DoesNotContain("KLN1001", Rules($"{comment}\n{Untagged}"));
    }

    [Theory]
    [InlineData("# hadolint ignore=DL3007")]
    [InlineData("# hadolint ignoring=DL3006")]
    [InlineData("# see hadolint ignore=DL3006")]
    public void Another_comment_does_not(string comment) => Assert.Contains("KLN1001", Rules($"{comment}\n{Untagged}"));

    [Fact]
    public void It_ends_with_the_instruction() =>
        Assert.Contains("KLN3002", Rules("FROM debian:13\n# hadolint ignore=DL3003\nRUN echo hello\nRUN cd /tmp\n"));

    [Fact]
    public void It_reaches_over_comments_and_blanks() =>
        Assert.DoesNotContain("KLN3002", Rules("FROM debian:13\n# hadolint ignore=DL3003\n\n# why\nRUN cd /tmp\n"));

    [Fact]
    public void For_a_stage_it_ends_with_the_stage()
    {
        var text = "# hadolint stage ignore=DL3003\nFROM debian:13 AS one\nRUN cd /a\nFROM debian:13\nRUN cd /b\n";
        Assert.Equal(5, Assert.Single(Lint(text).Findings, x => x.Rule == "KLN3002") is var found ? Lint(text).Source.PositionOf(found.Span.Start).Line : 0);
    }

    [Fact]
    public void Trivys_comments_count() =>
        Assert.DoesNotContain("KLN3002", Rules("FROM debian:13\n#trivy:ignore:AVD-DS-0013\nRUN cd /tmp\n"));

    [Fact]
    public void BuildKits_directive_skips_and_makes_errors()
    {
        const string text = "from debian:13 as Base\nRUN echo hello\n";
        Assert.Contains("KLN8001", Rules(text));
        Assert.DoesNotContain("KLN8001", Rules($"# check=skip=StageNameCasing\n{text}"));
        Assert.Empty(Rules($"# check=skip=all\n{text}"));
        Assert.All(Lint($"# check=error=true\n{text}").Findings, x => Assert.NotEqual(Severity.Warning, x.Severity));
    }

    [Fact]
    public void Options_can_refuse_comments() =>
        Assert.Contains("KLN1001", new Linter(new LintOptions { HonorsComments = false }).Lint($"# hadolint ignore=DL3006\n{Untagged}").Findings.Select(x => x.Rule));

    [Fact]
    public void Syntax_cannot_be_ignored() =>
        Assert.Contains("KLN0001", Rules("# check=skip=all\n# kiln file ignore=KLN0001\nFROM\n"));

    static LintReport Lint(string text) => new Linter().Lint(text);

    static IEnumerable<string> Rules(string text) => Lint(text).Findings.Select(x => x.Rule);
}
