using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Scanning;
using Kiln.Scanning.Gating;

namespace Kiln.EndToEnd.Scanning;

/// <summary>A real Trivy over what a real BuildKit left, and a real registry behind it.</summary>
public sealed class ScanTests(PipelineFixture fixture)
{
    static readonly DateOnly LastDay = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);

    static readonly ScanGate Exempting = new()
    {
        Exemptions =
        [
            new("CVE-2021-23337", "no template comes from outside", LastDay) { Package = "lodash" },
            new("CVE-2020-14343", "only our own files are read", LastDay),
        ],
    };

    [Fact]
    public async Task A_second_platform_that_alone_is_vulnerable_fails_where_Trivy_by_itself_passes()
    {
        using var bench = await ScanBench.OfAsync(fixture);
        var image = await bench.BuildVulnerableAsync("second", "arm64");

        var plain = await new CommandRunner().RunAsync(new Command(
            bench.Program,
            [
                "--cache-dir", bench.Cache, "image", "--quiet", "--skip-db-update", "--skip-java-db-update", "--offline-scan",
                "--exit-code", "9", "--input", bench.Folders.LayoutOf(image),
            ])
        { OnFailure = FailureHandling.Return });
        var refusal = await Assert.ThrowsAsync<KilnException>(() => bench.ScanAsync(new ScanGate(), image));

        Assert.Equal(0, plain.ExitCode);
        Assert.Equal(ErrorCodes.ImageRefused, refusal.Code);
        Assert.Contains("2 of 4 findings are refused", refusal.Message);
        Assert.Matches(@"critical +CVE-2020-14343 +PyYAML +5\.3 +5\.4 +linux/arm64 /usr/lib/.*METADATA +COPY packages /", refusal.Message);
        Assert.Matches(@"high +CVE-2021-23337 +lodash +4\.17\.15 +4\.17\.21 +linux/arm64 /app/node_modules/lodash/package\.json +COPY packages /", refusal.Message);
        Assert.Equal(Verdict.Refused, bench.VerdictOf(image)!.Verdict);
        foreach (var file in new[] { "findings.txt", "junit.xml", "gl-container-scanning.json", "second/linux-arm64/findings.sarif" })
            Assert.Contains("PyYAML", await File.ReadAllTextAsync(Path.Combine(bench.Folders.Reports, "scan", file)));
        Assert.DoesNotContain("PyYAML", await File.ReadAllTextAsync(Path.Combine(bench.Folders.Reports, "scan", "second/linux-amd64/findings.sarif")));
    }

    [Fact]
    public async Task A_scanner_can_be_a_locked_image_that_has_no_network()
    {
        using var bench = await ScanBench.OfAsync(fixture);
        var image = await bench.BuildVulnerableAsync("contained", "arm64");
        var supply = await bench.PublishTrivyAsync("aquasec/trivy:0.1");
        var scanner = bench.Trivy(new ScannerSource.Image("aquasec/trivy:0.1"));

        var refusal = await Assert.ThrowsAsync<KilnException>(() => bench.ScanAsync(new ScanGate(), scanner, supply, image));

        Assert.Equal(ErrorCodes.ImageRefused, refusal.Code);
        Assert.Contains("2 of 4 findings are refused", refusal.Message);
        Assert.Equal("dev", bench.VerdictOf(image)!.Scanners.First(x => x.Scanner == "trivy").Version);
        Assert.Single(supply.Images, x => x.Value.Digest is not null);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_is_told_where_that_may_be_and_refused_where_not()
    {
        using var bench = await ScanBench.OfAsync(fixture);
        var image = await bench.BuildHarmlessAsync("unseen");
        var scanner = bench.Trivy("trivy-that-nobody-has");

        var onCi = await Assert.ThrowsAsync<KilnException>(() => bench.ScanAsync(new ScanGate { RefusesOldDatabase = true }, scanner, image));
        var scanned = await bench.ScanAsync(new ScanGate(), scanner, image);
        var strict = await Assert.ThrowsAsync<KilnException>(() => bench.PushAsync(image, new ScanGate { RefusesOldDatabase = true }));
        await bench.PushAsync(image, new ScanGate());

        Assert.Equal(ErrorCodes.ScannerMissing, onCi.Code);
        Assert.Contains(bench.Notes.Warned, x => x.Contains("'trivy-that-nobody-has'", StringComparison.Ordinal) && x.Contains("Install it", StringComparison.Ordinal));
        Assert.Equal(["KILN-NO-SCANNER", "KILN-ROOT-USER", "KILN-NO-SOURCE-LABELS"], scanned[0].Decision.Findings.Select(x => x.Finding.Id));
        Assert.Equal(ErrorCodes.ImageRefused, strict.Code);
    }

    [Fact]
    public async Task Exemptions_let_an_image_pass_until_the_day_after_they_end()
    {
        using var bench = await ScanBench.OfAsync(fixture, writesSboms: true);
        var image = await bench.BuildVulnerableAsync("exempted", "amd64");

        var scanned = await bench.ScanAsync(Exempting, image);
        var pushed = await bench.PushAsync(image, Exempting, LastDay);
        var late = await Assert.ThrowsAsync<KilnException>(() => bench.PushAsync(image, Exempting, LastDay.AddDays(1)));

        Assert.Equal(
            ["CVE-2020-14343", "CVE-2021-23337", "KILN-ROOT-USER", "KILN-NO-SOURCE-LABELS"], scanned[0].Decision.Findings.Select(x => x.Finding.Id));
        Assert.Equal([Judgement.Exempted, Judgement.Exempted, Judgement.Tolerated, Judgement.Tolerated], scanned[0].Decision.Findings.Select(x => x.Judgement));
        Assert.Equal((0, 1, 1), bench.VerdictOf(image)!.Scanners.Where(x => x.Scanner == "trivy").Select(x => (x.Medium, x.High, x.Critical)).First());
        Assert.Equal(scanned[0].Receipt.Digest, pushed[0].Receipt.Digest);
        var attached = await ScanBench.ReadAttachmentsAsync(pushed[0]);
        Assert.Equal(
            [
                ("application/spdx+json", 2), ("application/vnd.cyclonedx+json", 2), ("application/vnd.in-toto+json", 1),
                ("application/vnd.kiln.receipt.v1+json", 1), ("application/vnd.kiln.scan-report.v1+json", 4),
            ],
            attached.GroupBy(x => x.Type).Select(x => (x.Key, x.Count())).OrderBy(x => x.Key, StringComparer.Ordinal));
        Assert.All(attached, x => Assert.Equal(pushed[0].Receipt.Digest, x.Subject));
        var sbom = attached.Single(x => x.Type == "application/vnd.cyclonedx+json" && x.Platform == "linux/amd64").Content;
        Assert.Contains("pkg:npm/lodash@4.17.15", sbom, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Folders.Root, sbom, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.ImageRefused, late.Code);
        Assert.Contains($"CVE-2021-23337 in lodash (until {LastDay:yyyy-MM-dd}): no template comes from outside", late.Message);
    }

    [Fact]
    public async Task Push_refuses_what_differs_from_what_was_judged_and_names_both()
    {
        using var bench = await ScanBench.OfAsync(fixture);
        var image = await bench.BuildVulnerableAsync("differs", "amd64");
        await bench.ScanAsync(Exempting, image);
        var passed = Exempting.Digest.ToString();
        var tightened = Exempting with { Exemptions = [Exempting.Exemptions[0]] };

        var policy = await Assert.ThrowsAsync<KilnException>(() => bench.PushAsync(image, tightened));
        var report = bench.ReportOf(image, "linux-amd64");
        var original = await File.ReadAllTextAsync(report);
        await File.WriteAllTextAsync(report, original.Replace("critical", "low"));
        var edited = await Assert.ThrowsAsync<KilnException>(() => bench.PushAsync(image, Exempting));
        await File.WriteAllTextAsync(report, original);
        var blob = Directory.EnumerateFiles(Path.Combine(bench.Folders.LayoutOf(image), "blobs", "sha256")).First();
        var bytes = await File.ReadAllBytesAsync(blob);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes);
        var layout = await Assert.ThrowsAsync<KilnException>(() => bench.PushAsync(image, Exempting));

        Assert.Equal(ErrorCodes.ImageRefused, policy.Code);
        Assert.Contains(passed, policy.Message);
        Assert.Contains(tightened.Digest.ToString(), policy.Message);
        Assert.Equal(ErrorCodes.ReportDiffers, edited.Code);
        Assert.Contains(bench.VerdictOf(image)!.Scanners.First(x => x.Scanner == "trivy").Report.ToString(), edited.Message);
        Assert.Equal(2, edited.Message.Split("sha256:").Length - 1);
        Assert.Equal(ErrorCodes.LayoutDamaged, layout.Code);
        Assert.Contains(Path.GetFileName(blob), layout.Message);
    }

    [Fact]
    public async Task An_image_that_nobody_scanned_goes_to_this_machine_with_a_warning_and_no_further()
    {
        using var bench = await ScanBench.OfAsync(fixture);
        var image = await bench.BuildHarmlessAsync("unscanned");

        await bench.PushAsync(image, new ScanGate());
        var remote = await Assert.ThrowsAsync<KilnException>(
            () => bench.PushAsync(image, new ScanGate(), registry: "registry.example.com/team"));

        Assert.Contains("it was never scanned", Assert.Single(bench.Notes.Warned));
        Assert.Equal(ErrorCodes.NoVerdict, remote.Code);
        Assert.EndsWith("it was never scanned. Run Scan. Nothing was pushed.", remote.Message);
    }

    [Theory]
    [InlineData("exit 3", "exit code 3")]
    [InlineData("echo nonsense; exit 0", "exit code 0")]
    [InlineData("for last; do :; done; while [ \"$1\" != --output ]; do shift; done; echo '{ \"SchemaVersion\": 2, \"Metadata\"' > \"$2\"", "cannot be read")]
    public async Task A_scanner_that_fails_or_prints_rubbish_leaves_the_verdict_failed(string script, string reason)
    {
        using var bench = await ScanBench.OfAsync(fixture);
        var image = await bench.BuildHarmlessAsync("broken");
        var program = Path.Combine(bench.Folders.Root, "trivy-broken");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\necho 'FATAL it broke' >&2\n{script}\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);

        var failure = await Assert.ThrowsAsync<KilnException>(() => bench.ScanAsync(new ScanGate(), bench.Trivy(program), image));
        await bench.PushAsync(image, new ScanGate());

        Assert.Equal(ErrorCodes.ScannerFailed, failure.Code);
        Assert.Contains(reason, failure.Message);
        Assert.Contains("FATAL it broke", failure.Message);
        Assert.Equal(Verdict.Failed, bench.VerdictOf(image)!.Verdict);
        Assert.Contains("its verdict is 'failed'", Assert.Single(bench.Notes.Warned));
    }

    [Fact]
    public async Task Without_a_database_Trivy_s_own_words_are_told()
    {
        using var bench = await ScanBench.OfAsync(fixture);
        var image = await bench.BuildHarmlessAsync("no-database");
        Directory.Delete(Path.Combine(bench.Cache, "db"), recursive: true);

        var failure = await Assert.ThrowsAsync<KilnException>(() => bench.ScanAsync(new ScanGate(), image));

        Assert.Equal(ErrorCodes.ScannerFailed, failure.Code);
        Assert.Contains("first run cannot skip downloading DB", failure.Message);
    }

}
