using Kiln.Linting;
using Kiln.Primitives;

namespace Kiln.Tests.Linting;

public sealed class LintOptionsTests
{
    const string Untagged = "FROM debian\nUSER 65532\n";

    [Fact]
    public void A_rule_is_switched_off_by_its_id_or_an_alias()
    {
        Assert.DoesNotContain("KLN1001", Rules(new LintOptions { Disabled = ["KLN1001"] }));
        Assert.DoesNotContain("KLN1001", Rules(new LintOptions { Disabled = ["dl3006"] }));
    }

    [Fact]
    public void An_optional_rule_judges_when_asked()
    {
        Assert.DoesNotContain("KLN5009", Rules(new LintOptions()));
        Assert.Contains("KLN5009", Rules(new LintOptions { Enabled = ["DS-0026"] }));
    }

    [Theory]
    [InlineData("USER 65532\n", "The image has no HEALTHCHECK and needs one (NeedsHealthCheck), so Scan refuses it unless its base brings one.")]
    [InlineData("HEALTHCHECK NONE\n", "The image switches its HEALTHCHECK off and needs one (NeedsHealthCheck), so Scan refuses it.")]
    [InlineData("HEALTHCHECK CMD [\"/check\"]\n", null)]
    public void An_optional_rule_judges_where_the_image_needs_it(string text, string? message) => Assert.Equal(
        message,
        new Linter().Lint($"FROM debian:13\n{text}", image: new LintedImage { NeedsHealthCheck = true }).Findings.SingleOrDefault(x => x.Rule == "KLN5009")?.Message);

    [Fact]
    public void What_is_disabled_does_not_judge_for_an_image_either() => Assert.DoesNotContain(
        "KLN5009",
        new Linter(new LintOptions { Disabled = ["DL3057"] }).Lint(Untagged, image: new LintedImage { NeedsHealthCheck = true }).Findings.Select(x => x.Rule));

    [Fact]
    public void BuildKits_check_that_asks_a_registry_is_a_known_name() => Assert.Equal(
        Rules(new LintOptions()), Rules(new LintOptions { Disabled = ["InvalidBaseImagePlatform"] }));

    [Fact]
    public void Severities_can_be_others() => Assert.Equal(
        Severity.Error,
        new Linter(new LintOptions { Severities = [new("DL3006", Severity.Error)] }).Lint(Untagged).Findings.First(x => x.Rule == "KLN1001").Severity);

    [Fact]
    public void Unknown_rules_are_named_all_at_once_with_the_nearest()
    {
        var exception = Assert.Throws<KilnException>(() => new Linter(new LintOptions { Disabled = ["DL3O06"], Enabled = ["KLN99999"] }));
        Assert.Equal(ErrorCodes.UnknownLintRule, exception.Code);
        Assert.Contains("No lint rule is called 'DL3O06'. Did you mean 'DL3006'?", exception.Message);
        Assert.Contains("No lint rule is called 'KLN99999'.", exception.Message);
    }

    [Fact]
    public void An_own_rule_judges_beside_the_others()
    {
        var findings = new Linter(new LintOptions { OwnRules = [new NoDebian()] }).Lint(Untagged).Findings;
        Assert.Contains("ACME1", findings.Select(x => x.Rule));
        Assert.Contains("KLN1001", findings.Select(x => x.Rule));
    }

    static IEnumerable<string> Rules(LintOptions options) => new Linter(options).Lint(Untagged).Findings.Select(x => x.Rule);

    sealed class NoDebian() : LintRule("ACME1", Severity.Warning, "Start from our own bases.")
    {
        public override IEnumerable<LintFinding> Check(LintSubject subject) =>
            from section in subject.Sections
            where section.Stage?.From.Image?.Text.StartsWith("debian", StringComparison.Ordinal) == true
            select Found(section.Stage!.From.Image!.Span, "Debian is not ours.", "FROM registry.example.com/base:1");
    }
}
