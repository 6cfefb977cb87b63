using Kiln.Processes;
using Kiln.Scanning.Programs;

namespace Kiln.Scanning.Grype;

/// <summary>
/// Grype (https://github.com/anchore/grype): vulnerabilities. Experimental: written from its documentation and
/// sources (0.116), and not run by Kiln's own tests.
/// </summary>
public sealed class GrypeScanner(CommandRunner runner) : IScanner
{
    // Where its database comes from. All others, as GRYPE_FAIL_ON_SEVERITY and GRYPE_ONLY_FIXED, would decide what the gate sees.
    static readonly string[] OwnVariables = ["GRYPE_DB_UPDATE_URL", "GRYPE_DB_CA_CERT"];

    Task? _database;

    /// <summary>How it is had: a path or a name on <c>PATH</c>, an image, or a download. Default: <c>grype</c> on <c>PATH</c>.</summary>
    public ScannerSource Source { get; init; } = "grype";

    /// <summary>Where Grype keeps its database between runs. Default: its own cache folder.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether it may fetch a newer database. Default: yes.</summary>
    public bool UpdatesDatabase { get; init; } = true;

    /// <inheritdoc />
    public string Name => "grype";

    ScannerProgram Tool => new(
        "Grype",
        Source,
        "Install it (https://oss.anchore.com/docs/installation/grype/), or say how it is had: 'new GrypeScanner(…) { Source = … }' (docs/guides/scanning.md).",
        [.. OwnVariables]);

    string Cache => CacheFolder
        ?? (Environment.GetEnvironmentVariable("GRYPE_DB_CACHE_DIR") is { Length: > 0 } folder ? folder : null)
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "grype", "db");

    /// <inheritdoc />
    public Task RequireAsync(CancellationToken cancellationToken) => Tool.RequireAsync();

    /// <inheritdoc />
    public async Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        var output = Path.Combine(subject.WorkFolder, "grype.json");
        if (UpdatesDatabase)
            await (_database ??= Tool.PrepareAsync(runner, subject, WithSettings(Tool.Command(subject, ["db", "update"])), Cache, cancellationToken));
        return await Tool.ScanAsync(
            runner, subject, CommandFor(subject, output), Cache, output, x => GrypeReport.Read(x, subject, Tool), cancellationToken);
    }

    // By CVE, since exemptions name findings for all scanners.
    internal Command CommandFor(ScanSubject subject, string output) => WithSettings(Tool.Command(
        subject,
        ["--quiet", "--by-cve", "--platform", subject.Details.Platform.ToString(), "--output", $"json={output}", $"oci-dir:{subject.Layout.Folder}"]));

    Command WithSettings(Command command) => command with
    {
        Environment = command.Environment
            .With("GRYPE_CHECK_FOR_APP_UPDATE", "false")
            .With("GRYPE_DB_AUTO_UPDATE", UpdatesDatabase && Source is not ScannerSource.Image ? "true" : "false")
            // Kiln's gate judges its age.
            .With("GRYPE_DB_VALIDATE_AGE", "false")
            // The home that it is given is an empty one.
            .With("GRYPE_DB_CACHE_DIR", Cache),
    };
}
