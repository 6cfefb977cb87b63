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

    [Theory]
    [InlineData("trivy:ignore:DS-0013:exp:2026-12-01", true)]
    [InlineData("trivy:ignore:DS-0013:exp:2026-11-30", true)]
    [InlineData("trivy:ignore:DS-0013:exp:2026-11-29", false)]
    [InlineData("trivy:ignore:DS-0013:exp:soon", false)]
    [InlineData("trivy:ignore:DS-0013:ws:main:exp:2026-11-01", false)]
    [InlineData("trivy:ignore:DS-0002 trivy:ignore:DS013", true)]
    [InlineData("trivy:ignore:AWS-0013", false)]
    public void Trivys_comments_end_on_their_day(string comment, bool counts)
    {
        var linter = new Linter(clock: new Clock(new DateTimeOffset(2026, 11, 29, 20, 0, 0, TimeSpan.Zero)));

        var found = linter.Lint($"FROM debian:13\n# {comment}\nRUN cd /tmp\n").Findings.Select(x => x.Rule);

        Assert.Equal(counts, !found.Contains("KLN3002"));
    }

    [Fact]
    public void BuildKits_directive_skips()
    {
        const string text = "from debian:13 as Base\nRUN echo hello\n";
        Assert.Contains("KLN8001", Rules(text));
        Assert.DoesNotContain("KLN8001", Rules($"# check=skip=StageNameCasing\n{text}"));
        Assert.Empty(Rules($"# check=skip=all\n{text}"));
    }

    [Fact]
    public void It_makes_errors_of_what_BuildKit_fails_for_and_of_nothing_else()
    {
        const string text = "# check=error=true\nFROM debian as Base\nRUN cd /tmp && apt-get update\nCMD run it\n";

        var findings = Lint(text).Findings;

        Assert.Equal(
            ["KLN5011", "KLN8001", "KLN8002"],
            findings.Where(x => x.Severity == Severity.Error).Select(x => x.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(findings, x => x is { Rule: "KLN1001", Severity: Severity.Warning });
    }

    [Fact]
    public void Options_say_more_than_the_directive() => Assert.Equal(
        Severity.Information,
        new Linter(new LintOptions { Severities = [new("StageNameCasing", Severity.Information)] })
            .Lint("# check=error=true\nFROM debian:13 AS Base\n").Findings.First(x => x.Rule == "KLN8001").Severity);

    [Theory]
    [InlineData("all", true)]
    [InlineData("InvalidDefinitionDescription", true)]
    [InlineData("StageNameCasing", false)]
    public void It_asks_for_experimental_checks(string value, bool judges)
    {
        var findings = Lint($"# check=experimental={value};error=true\n\n# something\nFROM debian:13 AS base\n").Findings;

        Assert.Equal(judges, findings.Any(x => x is { Rule: "KLN8008", Severity: Severity.Error }));
        Assert.DoesNotContain("KLN5009", findings.Select(x => x.Rule));
    }

    [Fact]
    public void Options_can_refuse_comments() =>
        Assert.Contains("KLN1001", new Linter(new LintOptions { HonorsComments = false }).Lint($"# hadolint ignore=DL3006\n{Untagged}").Findings.Select(x => x.Rule));

    [Fact]
    public void Syntax_cannot_be_ignored() =>
        Assert.Contains("KLN0001", Rules("# check=skip=all\n# kiln file ignore=KLN0001\nFROM\n"));

    sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    static LintReport Lint(string text) => new Linter().Lint(text);

    static IEnumerable<string> Rules(string text) => Lint(text).Findings.Select(x => x.Rule);
}
