using System.Text.Json;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Scanning.Programs;

namespace Kiln.Scanning.Custom;

/// <summary>
/// Any program as a scanner. It gets the layout of one platform and writes what it found as JSON, a list of findings in the form that Kiln stores
/// them in (docs/guides/scanning.md): <c>[{ "id": "CVE-1", "class": "language", "severity": "high", "package": "lodash" }]</c>.
/// </summary>
/// <param name="runner">Runs it.</param>
/// <param name="name">Part of a file's name, and the same in every run.</param>
/// <param name="source">A path or a name on <c>PATH</c>, an image, or a download.</param>
/// <param name="arguments">Its arguments; <c>{layout}</c>, <c>{report}</c>, <c>{platform}</c> and <c>{image}</c> in them are replaced.</param>
public sealed class CommandScanner(CommandRunner runner, string name, ScannerSource source, params IEnumerable<string> arguments) : IScanner
{
    readonly ValueList<string> _arguments = arguments.ToValueList();

    /// <inheritdoc />
    public string Name { get; } = ReferenceGrammar.TagProblem(name) is { } problem
        ? throw new KilnException(ErrorCodes.ScannerMissing, $"'{name}' cannot be a scanner's name: {problem}.")
        : name;

    /// <inheritdoc />
    public ScannerSource Source => source;

    /// <summary>Its version, which is written down. Default: not said.</summary>
    public string Version { get; init; } = "unknown";

    /// <summary>Whether it judges by rules of its own, whose age says nothing. Default: yes; otherwise the gate misses its database.</summary>
    public bool IsWithoutDatabase { get; init; } = true;

    /// <summary>Variables of the build that it may see, for example its own token. Default: none.</summary>
    public ValueList<string> Variables { get; init; }

    /// <summary>Exit codes that mean that it looked to the end. Default: 0.</summary>
    public ValueList<int> GoodExitCodes { get; init; } = [0];

    ScannerProgram Tool => new(Name, source, "Install it, or correct its path where the build names its scanners.", Variables) { GoodExitCodes = GoodExitCodes };

    /// <inheritdoc />
    public Task RequireAsync(CancellationToken cancellationToken) => Tool.RequireAsync();

    /// <inheritdoc />
    public Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken)
    {
        var output = Path.Combine(subject.WorkFolder, "findings.json");
        var command = Tool.Command(subject, [.. _arguments.Select(x => Fill(x, subject, output))]);
        return Tool.ScanAsync(runner, subject, command, cache: null, output, x => Read(x, subject), cancellationToken);
    }

    ScanReport Read(byte[] json, ScanSubject subject)
    {
        try
        {
            return ReportOf(subject, JsonSerializer.Deserialize(json, ScanJson.Default.FindingArray) ?? throw new JsonException("it is no list"));
        }
        catch (KilnException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    ScanReport ReportOf(ScanSubject subject, Finding[] findings)
    {
        var layers = new SubjectLayers(subject);
        return new ScanReport
        {
            Image = subject.Image.Name,
            Platform = subject.Details.Platform,
            Config = subject.Details.ConfigDigest,
            Scanner = new ScannerIdentity(Name, Version) { IsWithoutDatabase = IsWithoutDatabase },
            ScannedAt = DateTimeOffset.UtcNow,
            Findings = findings.Select(x => layers.At(x.DiffId?.ToString(), x)).ToValueList(),
        };
    }

    static string Fill(string argument, ScanSubject subject, string output) => argument
        .Replace("{layout}", subject.Layout.Folder, StringComparison.Ordinal)
        .Replace("{report}", output, StringComparison.Ordinal)
        .Replace("{platform}", subject.Details.Platform.ToString(), StringComparison.Ordinal)
        .Replace("{image}", subject.Image.Name, StringComparison.Ordinal);
}
