using System.Text.Json;
using Kiln.Processes;
using Kiln.Scanning.Programs;

namespace Kiln.Scanning.Grype;

/// <summary>
/// Grype (https://github.com/anchore/grype), as a program on this machine: vulnerabilities. Experimental: written from its documentation and
/// sources (0.116), and not run by Kiln's own tests.
/// </summary>
public sealed class GrypeScanner(CommandRunner runner) : IScanner
{
    // Where its database comes from and lies. All others, as GRYPE_FAIL_ON_SEVERITY and GRYPE_ONLY_FIXED, would decide what the gate sees.
    static readonly string[] OwnVariables = ["GRYPE_DB_CACHE_DIR", "GRYPE_DB_UPDATE_URL", "GRYPE_DB_CA_CERT"];

    /// <summary>The program: a path, or a name on <c>PATH</c>. Default: <c>grype</c>.</summary>
    public string Program { get; init; } = "grype";

    /// <summary>Where Grype keeps its database between runs. Default: its own cache folder.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether it may fetch a newer database. Default: yes.</summary>
    public bool UpdatesDatabase { get; init; } = true;

    /// <inheritdoc />
    public string Name => "grype";

    ScannerProgram Tool => new(
        "Grype",
        Program,
        "Install it (https://oss.anchore.com/docs/installation/grype/), or name it: 'new GrypeScanner(…) { Program = \"…\" }'.",
        [.. OwnVariables]);

    string Cache => CacheFolder
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "grype", "db");

    /// <inheritdoc />
    public Task RequireAsync(CancellationToken cancellationToken) => Tool.RequireAsync();

    /// <inheritdoc />
    public async Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        var output = Path.Combine(subject.WorkFolder, "grype.json");
        var result = await runner.RunAsync(CommandFor(subject, output), cancellationToken);
        if (!result.IsSuccess || !File.Exists(output))
            throw Tool.Failed(subject, $"it ended with exit code {result.ExitCode}", result);
        try
        {
            return GrypeReport.Read(await File.ReadAllBytesAsync(output, cancellationToken), subject, Tool);
        }
        catch (JsonException exception)
        {
            throw Tool.Failed(subject, $"its report cannot be read ({exception.Message.TrimEnd('.')})", result);
        }
    }

    // By CVE, since exemptions name findings for all scanners.
    internal Command CommandFor(ScanSubject subject, string output)
    {
        var command = Tool.Command(
            subject,
            ["--quiet", "--by-cve", "--platform", subject.Details.Platform.ToString(), "--output", $"json={output}", $"oci-dir:{subject.Layout.Folder}"]);
        var variables = command.Environment
            .With("GRYPE_CHECK_FOR_APP_UPDATE", "false")
            .With("GRYPE_DB_AUTO_UPDATE", UpdatesDatabase ? "true" : "false")
            // Kiln's gate judges its age.
            .With("GRYPE_DB_VALIDATE_AGE", "false");
        return command with
        {
            // The home that it is given is an empty one.
            Environment = Environment.GetEnvironmentVariable("GRYPE_DB_CACHE_DIR") is { Length: > 0 } && CacheFolder is null
                ? variables
                : variables.With("GRYPE_DB_CACHE_DIR", Cache),
        };
    }
}
