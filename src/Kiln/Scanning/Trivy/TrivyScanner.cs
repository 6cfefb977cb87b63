using System.Collections.Concurrent;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Scanning.Programs;

namespace Kiln.Scanning.Trivy;

/// <summary>
/// Trivy (https://trivy.dev): vulnerabilities and secrets. It is given one platform at a time, since of an
/// index it silently takes the first image (pkg/fanal/image/oci.go).
/// </summary>
public sealed class TrivyScanner(CommandRunner runner) : ISbomSource
{
    // Where databases come from. All others would hide findings from the gate, as TRIVY_SEVERITY and TRIVY_IGNOREFILE do.
    static readonly string[] OwnVariables =
    [
        "TRIVY_DB_REPOSITORY", "TRIVY_JAVA_DB_REPOSITORY", "TRIVY_USERNAME", "TRIVY_PASSWORD", "TRIVY_REGISTRY_TOKEN", "TRIVY_INSECURE",
    ];

    // The same in all scans of a run, and asking takes as long as a small scan.
    Task<string>? _version;
    Task? _database;

    /// <summary>How it is had: a path or a name on <c>PATH</c>, an image, or a download. Default: <c>trivy</c> on <c>PATH</c>.</summary>
    public ScannerSource Source { get; init; } = "trivy";

    /// <summary>Where Trivy keeps its database between runs. Default: its own cache folder.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether it may fetch a newer database. Default: yes.</summary>
    public bool UpdatesDatabase { get; init; } = true;

    /// <summary>
    /// Whether an image of Trivy's also fetches what it needs for .jar files, several hundred MB; a program fetches it when it meets one. Default: no.
    /// </summary>
    public bool KnowsJava { get; init; }

    /// <summary>Whether it also writes down what the image is made of, as CycloneDX and SPDX. Default: yes.</summary>
    public bool WritesSboms { get; init; } = true;

    /// <inheritdoc />
    public string Name => "trivy";

    string Cache => CacheFolder
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "trivy");

    ScannerProgram Tool => new(
        "Trivy",
        Source,
        "Install it (https://trivy.dev/latest/getting-started/installation/), or say how it is had: 'new TrivyScanner(…) { Source = … }' (docs/guides/scanning.md).",
        OwnVariables.ToValueList());

    /// <inheritdoc />
    public Task RequireAsync(CancellationToken cancellationToken) => Tool.RequireAsync();

    /// <inheritdoc />
    public async Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        var output = Path.Combine(subject.WorkFolder, "trivy.json");
        if (UpdatesDatabase)
            await (_database ??= FetchDatabasesAsync(subject, cancellationToken));
        var report = await Tool.ScanAsync(
            runner, subject, CommandFor(subject, output), Cache, output, x => TrivyReport.Read(x, subject, Tool), cancellationToken);
        var identity = new ScannerIdentity(Name, await (_version ??= AskVersionAsync(subject, cancellationToken)));
        return report with { Scanner = TrivyDatabase.Describe(identity, Path.Combine(Cache, "db", "metadata.json")) };
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<SbomFormat, string>> WriteSbomsAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        if (!WritesSboms)
            return new Dictionary<SbomFormat, string>();
        var report = Path.Combine(subject.WorkFolder, "sbom-of.json");
        await TrivySbom.WriteSourceAsync(Path.Combine(subject.WorkFolder, "trivy.json"), report, subject, cancellationToken);
        var files = new ConcurrentDictionary<SbomFormat, string>();
        // It starts for each form anew, which takes as long as all the rest.
        await Parallel.ForEachAsync(Enum.GetValues<SbomFormat>(), cancellationToken, async (format, token) =>
        {
            var output = files[format] = Path.Combine(subject.WorkFolder, $"sbom.{format}.json");
            var result = await Tool.RunAsync(runner, subject, WithSettings(Tool.Command(subject, TrivySbom.Arguments(format, report, output))), cache: null, token);
            if (!result.IsSuccess || !File.Exists(output))
                throw Tool.Failed(subject, $"writing its list of packages ended with exit code {result.ExitCode}", result);
        });
        return files;
    }

    internal Command CommandFor(ScanSubject subject, string output) => WithSettings(Tool.Command(
        subject,
        [
            "--cache-dir", Cache, "image",
            "--input", subject.Layout.Folder,
            "--format", "json", "--output", output,
            "--scanners", "vuln,secret",
            // Also those that nothing is held against: lists of what the image is made of come from it.
            "--list-all-pkgs",
            // Its default of five minutes is less than a large image takes on a small machine; the build's own patience counts.
            "--timeout", "1h",
            // What a package's origin would add is not worth telling it what the image has.
            "--offline-scan", "--no-progress",
            .. UpdatesDatabase && Source is not ScannerSource.Image ? (string[])[] : ["--skip-db-update", "--skip-java-db-update"],
        ]));

    // Beforehand, since the container that sees the layers has no network.
    async Task FetchDatabasesAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { "--download-db-only", "--download-java-db-only" }.Take(KnowsJava ? 2 : 1))
        {
            await Tool.PrepareAsync(
                runner, subject, WithSettings(Tool.Command(subject, ["--cache-dir", Cache, "image", kind, "--no-progress"])), Cache, cancellationToken);
        }
    }

    // Variables, since versions before 0.50 know none of these as arguments.
    static Command WithSettings(Command command) => command with
    {
        Environment = command.Environment.With("TRIVY_SKIP_VERSION_CHECK", "true").With("TRIVY_DISABLE_TELEMETRY", "true"),
    };

    async Task<string> AskVersionAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        const string mark = "Version:";
        var answer = await Tool.RunAsync(runner, subject, WithSettings(Tool.Command(subject, ["--version"])), cache: null, cancellationToken);
        return answer.Output.Split('\n').FirstOrDefault(x => x.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..].Trim() ?? "unknown";
    }
}
