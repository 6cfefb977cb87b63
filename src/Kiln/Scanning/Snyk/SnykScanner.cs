using System.Formats.Tar;
using Kiln.Processes;
using Kiln.Scanning.Programs;

namespace Kiln.Scanning.Snyk;

/// <summary>
/// Snyk (https://docs.snyk.io/snyk-cli/commands/container-test): vulnerabilities, by a service that is told what the image is made of; it needs
/// <c>SNYK_TOKEN</c>. Experimental: written from its documentation, and not run by Kiln's own tests.
/// </summary>
public sealed class SnykScanner(CommandRunner runner) : IScanner
{
    const int Found = 1;
    const int NothingKnown = 3;

    static readonly string[] OwnVariables = ["SNYK_TOKEN", "SNYK_OAUTH_TOKEN", "SNYK_API", "SNYK_CFG_ORG"];

    /// <summary>How it is had: a path or a name on <c>PATH</c>, an image, or a download. Default: <c>snyk</c> on <c>PATH</c>.</summary>
    public ScannerSource Source { get; init; } = "snyk";

    /// <inheritdoc />
    public string Name => "snyk";

    ScannerProgram Tool => new(
        "Snyk",
        Source,
        "Install it (https://docs.snyk.io/snyk-cli/install-or-update-the-snyk-cli), or say how it is had: 'new SnykScanner(…) { Source = … }' (docs/guides/scanning.md).",
        [.. OwnVariables])
    {
        GoodExitCodes = [0, Found],
        AsksService = true,
    };

    /// <inheritdoc />
    public Task RequireAsync(CancellationToken cancellationToken) => Tool.RequireAsync();

    /// <inheritdoc />
    public async Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        // It takes layouts as archives only.
        var archive = Path.Combine(subject.WorkFolder, "image.tar");
        await TarFile.CreateFromDirectoryAsync(subject.Layout.Folder, archive, includeBaseDirectory: false, cancellationToken);
        var output = Path.Combine(subject.WorkFolder, "snyk.json");
        var result = await Tool.RunAsync(runner, subject, CommandFor(subject, archive, output), cache: null, cancellationToken);
        return result.ExitCode == NothingKnown
            ? SnykReport.OfNothingKnown(subject)
            : await Tool.ReadAsync(subject, result, output, x => SnykReport.Read(x, subject), cancellationToken);
    }

    internal Command CommandFor(ScanSubject subject, string archive, string output) => Tool.Command(
        subject,
        ["container", "test", $"oci-archive:{archive}", "--platform=" + subject.Details.Platform, $"--json-file-output={output}"]);
}
