using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Custom;

namespace Kiln.Tests.Scanning;

public sealed class CommandScannerTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_gets_the_layout_and_its_findings_are_the_report_s()
    {
        var subject = await SampleSubject.OfAsync(_folder);
        var layer = subject.Details.Layers[0];
        var scanner = Scanner(
            $$"""
            test -f "$1/index.json" || exit 9
            echo '[{ "id": "CVE-1", "class": "language", "severity": "high", "package": "lodash", "fixedVersion": "2", "diffId": "{{layer.DiffId}}" }]' > "$2"
            echo "$3 $4 ${HIDDEN-unseen} $SEEN" >&2
            exit 3
            """,
            x => x with { Good = [0, 3] });

        var report = await scanner.ScanAsync(subject, CancellationToken.None);

        Assert.Equal(
            new Finding("CVE-1", FindingClass.Language, FindingSeverity.High)
            {
                Package = "lodash",
                FixedVersion = "2",
                DiffId = layer.DiffId,
                Instruction = layer.Instruction,
            },
            Assert.Single(report.Findings));
        Assert.Equal(("own", "1.2", true), (report.Scanner.Name, report.Scanner.Version, report.Scanner.IsWithoutDatabase));
        Assert.Equal(subject.Details.ConfigDigest, report.Config);
    }

    [Theory]
    [InlineData("echo broke >&2; exit 7", "it ended with exit code 7")]
    [InlineData("exit 0", "wrote no report")]
    [InlineData("echo '{}' > \"$2\"", "its report cannot be read")]
    [InlineData("echo '[{ \"id\": \"CVE-1\", \"class\": \"unheard of\" }]' > \"$2\"", "its report cannot be read")]
    public async Task What_fails_or_says_nothing_has_judged_nothing(string script, string reason)
    {
        var subject = await SampleSubject.OfAsync(_folder);

        var failure = await Assert.ThrowsAsync<KilnException>(() => Scanner(script, x => x).ScanAsync(subject, CancellationToken.None));

        Assert.Equal(ErrorCodes.ScannerFailed, failure.Code);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was judged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_cannot_be_a_file_s_is_refused() =>
        Assert.Contains("'../x'", Assert.Throws<KilnException>(() => new CommandScanner(new CommandRunner(), "../x", "x")).Message, StringComparison.Ordinal);

    CommandScanner Scanner(string script, Func<Settings, Settings> change)
    {
        var program = _folder.Write("own-scanner", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        var settings = change(new Settings([0]));
        return new CommandScanner(new CommandRunner(), "own", program, "{layout}", "{report}", "{platform}", "{image}")
        {
            Version = "1.2",
            GoodExitCodes = [.. settings.Good],
        };
    }

    sealed record Settings(int[] Good);
}
