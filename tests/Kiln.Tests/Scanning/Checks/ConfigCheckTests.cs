using System.Text.Json.Nodes;
using Kiln.Scanning;

namespace Kiln.Tests.Scanning.Checks;

public sealed class ConfigCheckTests
{
    static readonly string[] Root = ["", "root", "0", "0:0", "root:staff"];

    [Fact]
    public async Task Nothing_is_held_against_an_image_that_is_as_it_should_be() => Assert.Empty(await CheckedImage.CheckAsync());

    [Fact]
    public async Task Root_is_told_by_name_by_number_and_by_silence()
    {
        foreach (var user in Root)
        {
            var finding = Assert.Single(await CheckedImage.CheckAsync(CheckedImage.Settings(("User", user))));
            Assert.Equal(("KILN-ROOT-USER", FindingSeverity.Medium), (finding.Id, finding.Severity));
        }
    }

    [Theory]
    [InlineData("DB_PASSWORD=correct horse", "DB_PASSWORD")]
    [InlineData("DATABASE_URL=postgres://app:hunter2@db/app", "DATABASE_URL")]
    [InlineData("BUILT_WITH=ghp_0123456789abcdefghijABCDEFGHIJ456789", "BUILT_WITH")]
    [InlineData("DB_PASSWORD=", null)]
    [InlineData("PWD=/srv/shop", null)]
    [InlineData("GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D", null)]
    [InlineData("VITE_API_KEY=public", null)]
    public async Task A_variable_that_holds_a_secret_is_told_without_it(string variable, string? name)
    {
        var findings = await CheckedImage.CheckAsync(CheckedImage.Settings(("Env", new JsonArray(variable))));

        if (name is null)
        {
            Assert.Empty(findings);
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Equal(("KILN-SECRET-VARIABLE", FindingClass.Secret, FindingSeverity.High), (finding.Id, finding.Class, finding.Severity));
        Assert.Contains(name, finding.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(variable[(name.Length + 1)..], finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_of_labels_and_history_are_told_and_masked()
    {
        var settings = CheckedImage.Settings();
        settings["Labels"]!["deploy.token"] = "abc123";
        string[] steps =
        [
            "RUN |1 NPM_TOKEN=npm_secret /bin/sh -c npm ci # buildkit",
            "RUN git clone https://me:ghp_secret@example.com/x.git",
            "RUN TOKEN=$(cat /run/secrets/token) ./fetch",
            "ENV DB_PASSWORD=told-as-variable",
        ];

        var findings = await CheckedImage.CheckAsync(settings, x => x, [], steps);

        Assert.Equal(["KILN-SECRET-LABEL", "KILN-SECRET-HISTORY", "KILN-SECRET-HISTORY"], findings.Select(x => x.Id));
        Assert.Contains("deploy.token", findings[0].Title, StringComparison.Ordinal);
        Assert.Equal("RUN |1 NPM_TOKEN=*** /bin/sh -c npm ci # buildkit", findings[1].Instruction);
        Assert.Equal("RUN git clone https://me:***@example.com/x.git", findings[2].Instruction);
    }

    [Fact]
    public async Task A_health_check_is_missed_only_where_one_is_needed()
    {
        static ImageSpec Needs(ImageSpec image) => image with { NeedsHealthCheck = true };
        var none = CheckedImage.Settings(("Healthcheck", new JsonObject { ["Test"] = new JsonArray("NONE") }));
        var one = CheckedImage.Settings(("Healthcheck", new JsonObject { ["Test"] = new JsonArray("CMD", "/probe") }));

        Assert.Equal("KILN-NO-HEALTHCHECK", Assert.Single(await CheckedImage.CheckAsync(CheckedImage.Settings(), Needs, [])).Id);
        Assert.Equal("KILN-NO-HEALTHCHECK", Assert.Single(await CheckedImage.CheckAsync(none, Needs, [])).Id);
        Assert.Empty(await CheckedImage.CheckAsync(one, Needs, []));
    }

    [Fact]
    public async Task Labels_that_lead_to_the_source_are_missed()
    {
        var settings = CheckedImage.Settings(("Labels", new JsonObject { ["org.opencontainers.image.source"] = "" }));

        var finding = Assert.Single(await CheckedImage.CheckAsync(settings));

        Assert.Equal("does not say where it comes from: no label org.opencontainers.image.revision and org.opencontainers.image.source", finding.Title);
    }
}
