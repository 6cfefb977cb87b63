using System.Text;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using Kiln.Scanning.Snyk;

namespace Kiln.Tests.Scanning;

/// <summary>The reports here were written from Snyk's documentation; no Snyk wrote them.</summary>
public sealed class SnykReportTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Packages_of_the_distribution_and_of_applications_are_findings_each_once()
    {
        const string zlib = """
            { "id": "SNYK-DEBIAN12-ZLIB-6008963", "title": "Integer Overflow", "severity": "critical", "packageName": "zlib/zlib1g", "version": "1:1.2.13",
              "identifiers": { "CVE": ["CVE-2023-45853"], "CWE": ["CWE-190"] }, "publicationTime": "2023-10-14T03:01:00Z", "from": ["a"] }
            """;
        var json = $$"""
            { "ok": false, "packageManager": "deb", "vulnerabilities": [{{zlib}}, {{zlib.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)}}],
              "applications": [{ "packageManager": "npm", "targetFile": "/app/package.json", "vulnerabilities": [
                { "id": "SNYK-JS-LODASH-1040724", "title": "Command Injection", "severity": "high", "packageName": "lodash", "version": "4.17.15",
                  "fixedIn": ["4.17.21"], "identifiers": { "CVE": ["CVE-2021-23337"] } },
                { "id": "SNYK-JS-OWN-1", "severity": "low", "packageName": "own", "version": "1", "identifiers": { "CVE": [] } }] }] }
            """;

        var subject = await SampleSubject.OfAsync(_folder);

        var report = SnykReport.Read(Encoding.UTF8.GetBytes(json), subject);

        Assert.Equal(["CVE-2023-45853", "CVE-2021-23337", "SNYK-JS-OWN-1"], report.Findings.Select(x => x.Id));
        Assert.Equal(
            new Finding("CVE-2021-23337", FindingClass.Language, FindingSeverity.High)
            {
                Title = "Command Injection",
                Package = "lodash",
                InstalledVersion = "4.17.15",
                FixedVersion = "4.17.21",
                File = "/app/package.json",
                Link = "https://security.snyk.io/vuln/SNYK-JS-LODASH-1040724",
            },
            report.Findings[1]);
        Assert.Equal((FindingClass.OperatingSystem, new DateOnly(2023, 10, 14)), (report.Findings[0].Class, report.Findings[0].Published));
    }

    [Theory]
    [InlineData(0, """{ "ok": true, "vulnerabilities": [] }""", null)]
    [InlineData(1, """{ "ok": false, "vulnerabilities": [] }""", null)]
    [InlineData(2, "", "it ended with exit code 2")]
    [InlineData(0, """{ "ok": false, "error": "Authentication failed" }""", "its report cannot be read")]
    public async Task Its_exit_codes_are_told_apart(int code, string json, string? problem)
    {
        var scanner = Scanner($"printf '%s' '{json}' > \"$report\"; exit {code}");

        var failure = await Record.ExceptionAsync(async () => await scanner.ScanAsync(await SampleSubject.OfAsync(_folder), default));

        Assert.Equal(problem is null ? null : ErrorCodes.ScannerFailed, (failure as KilnException)?.Code);
        Assert.Contains(problem ?? "", failure?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_of_nothing_that_it_knows_is_not_one_with_nothing_found()
    {
        var report = await Scanner("exit 3").ScanAsync(await SampleSubject.OfAsync(_folder), default);

        Assert.Equal(FindingClass.Scanner, Assert.Single(report.Findings).Class);
        var decision = GateKeeper.Judge(new ScanGate { RefusesOldDatabase = true }, "api", [report], DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.False(decision.IsPassed);
    }

    SnykScanner Scanner(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        var program = _folder.Write("snyk", $"#!/bin/sh\nfor x; do case $x in --json-file-output=*) report=${{x#*=}};; oci-archive:*) test -s \"${{x#*:}}\" || exit 9;; esac; done\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new SnykScanner(new CommandRunner()) { Source = program };
    }
}
