using System.Text.Json;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using static Kiln.Tests.Scanning.ScanSamples;

namespace Kiln.Tests.Scanning;

public sealed class GateTests
{
    static readonly DateOnly Today = new(2026, 11, 28);

    static readonly Finding High = new("CVE-1", FindingClass.Language, FindingSeverity.High) { Package = "lodash", FixedVersion = "2" };

    [Theory]
    [InlineData(FindingSeverity.Critical, Judgement.Refused)]
    [InlineData(FindingSeverity.High, Judgement.Refused)]
    [InlineData(FindingSeverity.Medium, Judgement.Tolerated)]
    [InlineData(FindingSeverity.Unknown, Judgement.Tolerated)]
    public void High_and_critical_findings_are_refused(FindingSeverity severity, Judgement expected) =>
        Assert.Equal(expected, JudgementOf(new ScanGate(), High with { Severity = severity }));

    [Theory]
    [InlineData(FindingClass.Language, Judgement.Tolerated)]
    [InlineData(FindingClass.OperatingSystem, Judgement.Tolerated)]
    [InlineData(FindingClass.Secret, Judgement.Refused)] // taking it out is a fix
    public void Only_what_can_be_mended_is_refused_where_that_is_asked(FindingClass kind, Judgement expected)
    {
        var gate = new ScanGate { OnlyFixed = true };

        Assert.Equal(expected, JudgementOf(gate, High with { Class = kind, FixedVersion = null }));
        Assert.Equal(Judgement.Refused, JudgementOf(gate, High with { Class = kind }));
    }

    [Fact]
    public void A_class_can_have_a_limit_of_its_own()
    {
        var gate = new ScanGate { Classes = [new(FindingClass.Secret, FindingSeverity.Low), new(FindingClass.Language, FindingSeverity.Critical)] };

        Assert.Equal(Judgement.Refused, JudgementOf(gate, High with { Class = FindingClass.Secret, Severity = FindingSeverity.Low }));
        Assert.Equal(Judgement.Tolerated, JudgementOf(gate, High));
        Assert.Equal(Judgement.Refused, JudgementOf(gate, High with { Class = FindingClass.OperatingSystem }));
    }

    [Theory]
    [InlineData("CVE-1", null, null, Judgement.Exempted)]
    [InlineData("CVE-1", "lodash", "api", Judgement.Exempted)]
    [InlineData("CVE-1", "lodash", "worker", Judgement.Refused)]
    [InlineData("CVE-1", "minimist", null, Judgement.Refused)]
    [InlineData("CVE-2", null, null, Judgement.Refused)]
    public void An_exemption_covers_what_it_names(string id, string? package, string? image, Judgement expected) =>
        Assert.Equal(expected, JudgementOf(Exempting(new Exemption(id, "reason", Today) { Package = package, Image = image }), High));

    [Theory]
    [InlineData(14, 14, Judgement.InGrace)]
    [InlineData(14, 15, Judgement.Refused)]
    [InlineData(0, 0, Judgement.Refused)]
    [InlineData(14, null, Judgement.Refused)] // nobody knows how long
    public void News_may_pass_for_as_long_as_is_asked(int grace, int? age, Judgement expected)
    {
        var finding = High with { Published = age is { } days ? Today.AddDays(-days) : null };
        var decision = GateKeeper.Judge(new ScanGate { GraceDays = grace }, "api", [Report(finding)], Today);

        Assert.Equal((expected, expected == Judgement.InGrace), (Assert.Single(decision.Findings).Judgement, decision.IsPassed));
    }

    [Fact]
    public void What_was_there_before_may_pass_of_the_same_image_and_package_only()
    {
        using var folder = new TemporaryFolder();
        folder.Write("scan/team/api/linux-amd64/trivy.json", JsonSerializer.Serialize(Report(High with { InstalledVersion = "1" }), ScanJson.Default.ScanReport));
        folder.Write("scan/gl-container-scanning.json", """{ "version": "15.0.7" }""");
        folder.Write("scan/team/api/exemptions.json", "[]");
        var gate = new ScanGate { Known = KnownFinding.In(folder["scan"]) };

        Judgement Of(string image, Finding finding) => Assert.Single(GateKeeper.Judge(gate, image, [Report(finding)], Today).Findings).Judgement;
        Assert.Equal(Judgement.Known, Of("team/api", High with { InstalledVersion = "1.1" }));
        Assert.Equal(Judgement.Refused, Of("worker", High));
        Assert.Equal(Judgement.Refused, Of("team/api", High with { Package = "minimist" }));
        Assert.NotEqual(new ScanGate().Digest, gate.Digest);
        Assert.True(GateKeeper.Judge(gate, "team/api", [Report(High)], Today).IsPassed);
    }

    [Fact]
    public void Without_earlier_reports_all_is_new_and_a_broken_one_is_told()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(KnownFinding.In(folder["scan"]));
        var file = folder.Write("scan/trivy.json", """{ "scannedAt": 1""");

        Assert.Contains(file, Assert.Throws<KilnException>(() => KnownFinding.In(folder["scan"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exemption_counts_on_its_last_day_and_not_after_it()
    {
        var gate = Exempting(new Exemption("CVE-1", "waiting for 2", Today));

        Assert.Equal(Judgement.Exempted, JudgementOf(gate, High));
        Assert.Equal(Judgement.ExemptionExpired, JudgementOf(gate, High, Today.AddDays(1)));
        Assert.False(GateKeeper.Judge(gate, "api", [Report(High)], Today.AddDays(1)).IsPassed);
    }

    [Fact]
    public void Of_two_exemptions_the_one_that_lasts_longer_counts() =>
        Assert.Equal(
            Judgement.Exempted,
            JudgementOf(Exempting(new Exemption("CVE-1", "old", Today.AddDays(-9)), new Exemption("CVE-1", "new", Today)), High));

    [Fact]
    public void Exemptions_of_which_nothing_is_left_are_told()
    {
        var gate = Exempting(
            new Exemption("CVE-1", "used", Today), new Exemption("CVE-2", "unused", Today), new Exemption("CVE-3", "of another image", Today) { Image = "other" });
        var scanned = new ScannedImage(
            Buildx.ReceiptSamples.Receipt("api"), [], GateKeeper.Judge(gate, "api", [Report(High)], Today));

        Assert.Equal(["unused"], UnusedExemptions.Of(gate, [scanned]).Select(x => x.Reason));
    }

    [Theory]
    [InlineData("", "reason")]
    [InlineData("CVE-1", " ")]
    public void An_exemption_needs_an_id_and_a_reason(string id, string reason) =>
        Assert.Equal(ErrorCodes.InvalidExemption, Assert.Throws<KilnException>(() => new Exemption(id, reason, Today)).Code);

    [Fact]
    public void One_finding_on_two_platforms_is_told_once_and_what_to_mend_first_comes_first()
    {
        var unfixed = High with { Id = "CVE-0", FixedVersion = null };
        var critical = High with { Id = "CVE-9", Severity = FindingSeverity.Critical };
        var harmless = High with { Id = "CVE-5", Severity = FindingSeverity.Low };

        var decision = GateKeeper.Judge(
            new ScanGate(), "api", [Report(harmless, unfixed, High), Report(High with { DiffId = Digest.OfBytes([5]) }, critical) with { Platform = Platform.LinuxArm64 }], Today);

        Assert.Equal(["CVE-9", "CVE-1", "CVE-0", "CVE-5"], decision.Findings.Select(x => x.Finding.Id));
        Assert.Equal([Platform.LinuxAmd64, Platform.LinuxArm64], decision.Findings[1].Platforms);
    }

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, "KILN-OLD-DATABASE")]
    public void A_database_may_be_seven_days_old_when_it_is_used(int days, string? expected)
    {
        var report = Report();
        report = report with { Scanner = report.Scanner with { DatabaseTime = report.ScannedAt.AddDays(-days) } };

        var decision = GateKeeper.Judge(new ScanGate(), "api", [report], Today.AddDays(100));

        Assert.Equal(expected, decision.Findings.Select(x => x.Finding.Id).FirstOrDefault());
        Assert.True(decision.IsPassed);
    }

    [Fact]
    public void An_old_or_missing_database_refuses_where_that_is_asked()
    {
        var gate = new ScanGate { RefusesOldDatabase = true };
        var missing = Report() with { Scanner = new ScannerIdentity("trivy", "1") };

        Assert.True(GateKeeper.Judge(gate, "api", [Report()], Today).IsPassed);
        Assert.False(GateKeeper.Judge(gate, "api", [missing], Today).IsPassed);
        Assert.False(GateKeeper.Judge(gate with { MaximumDatabaseAge = TimeSpan.Zero }, "api", [Report()], Today).IsPassed);
    }

    [Fact]
    public void A_gate_has_another_digest_when_any_of_its_rules_differs()
    {
        ScanGate[] gates =
        [
            new(),
            new() { FailOn = FindingSeverity.Medium },
            new() { OnlyFixed = true },
            new() { RefusesOldDatabase = true },
            new() { MaximumDatabaseAge = TimeSpan.FromDays(1) },
            new() { Classes = [new(FindingClass.Secret, FindingSeverity.Low)] },
            Exempting(new Exemption("CVE-1", "a", Today)),
            Exempting(new Exemption("CVE-1", "a", Today) { Package = "lodash" }),
        ];

        Assert.Equal(gates.Length, gates.Select(x => x.Digest).Distinct().Count());
        Assert.Equal(new ScanGate().Digest, gates[0].Digest);
    }

    static ScanGate Exempting(params Exemption[] exemptions) => new() { Exemptions = [.. exemptions] };

    static Judgement JudgementOf(ScanGate gate, Finding finding, DateOnly? today = null) =>
        Assert.Single(GateKeeper.Judge(gate, "api", [Report(finding)], today ?? Today).Findings).Judgement;

    [Fact]
    public void Of_very_many_findings_the_worst_are_told_and_where_the_others_are()
    {
        var findings = Enumerable.Range(1, 100).Select(x => High with { Id = $"CVE-{x:000}", FixedVersion = x == 77 ? "2" : null }).ToArray();

        var message = Kiln.Scanning.Reports.RefusalMessage.Part("api", GateKeeper.Judge(new ScanGate(), "api", [Report(findings)], Today));

        Assert.StartsWith("Image 'api' does not pass: 100 of 100 findings are refused.\n  Severity", message);
        Assert.StartsWith("  high      CVE-077", message.Split('\n')[2]);
        Assert.EndsWith("\n  and 70 more, which findings.txt beside the reports lists", message);
    }
}
