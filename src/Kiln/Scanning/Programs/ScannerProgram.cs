using System.Text.Json;
using Kiln.Downloads;
using Kiln.Primitives;
using Kiln.Processes;

namespace Kiln.Scanning.Programs;

/// <summary>A scanner that is a program: how it is had, what it gets to see, and what is told when it fails.</summary>
/// <param name="Title">As people call it: <c>Trivy</c>.</param>
/// <param name="Source">How it is had.</param>
/// <param name="HowToGet">A sentence for those who do not have it.</param>
/// <param name="OwnVariables">Variables of the build that it may see, beside those that any program needs.</param>
sealed record ScannerProgram(string Title, ScannerSource Source, string HowToGet, ValueList<string> OwnVariables)
{
    const int LinesTold = 5;

    /// <summary>Exit codes that mean that it looked to the end. Default: 0.</summary>
    internal ValueList<int> GoodExitCodes { get; init; } = [0];

    /// <summary>Whether it asks a service while it looks. Default: no.</summary>
    internal bool AsksService { get; init; }

    /// <summary>KILN4002 where a program of this machine is not there; what the lock brings is asked for when it is needed.</summary>
    internal Task RequireAsync() => Source is ScannerSource.Program { Path: var path } && ExecutableFinder.FromEnvironment().Find(path) is null
        ? throw Missing($"neither a program at '{path}' nor one of that name on PATH")
        : Task.CompletedTask;

    /// <summary>A command of it: in the subject's folder, where no settings of the checkout decide what it tells, and without the build's variables.</summary>
    internal Command Command(ScanSubject subject, ValueList<string> arguments) => new(Title, arguments)
    {
        Environment = ScannerEnvironment.For(OwnVariables, subject.WorkFolder, Variables),
        WorkingDirectory = subject.WorkFolder,
        OnFailure = FailureHandling.Return,
    };

    /// <summary>Runs a command of it, wherever the program is. In a container it sees the subject, its cache, and nobody else.</summary>
    internal async Task<CommandResult> RunAsync(
        CommandRunner runner, ScanSubject subject, Command command, string? cache, CancellationToken cancellationToken) => await runner.RunAsync(
            Source switch
            {
                ScannerSource.Program program => command with { FileName = program.Path },
                ScannerSource.Download download => command with { FileName = await FetchAsync(subject.Supply, download, cancellationToken) },
                ScannerSource.Image image => (ContainerOf(subject, image, cache) with { Readable = [subject.Layout.Folder], HasNetwork = AsksService }).Place(command),
                _ => throw new InvalidOperationException($"{Source} is no source."),
            },
            cancellationToken);

    /// <summary>Fetches a database where the scan itself will have no network; that container does not see what is scanned.</summary>
    internal async Task PrepareAsync(
        CommandRunner runner, ScanSubject subject, Command command, string cache, CancellationToken cancellationToken)
    {
        if (Source is not ScannerSource.Image image)
            return;
        var result = await runner.RunAsync((ContainerOf(subject, image, cache) with { HasNetwork = true }).Place(command), cancellationToken);
        if (!result.IsSuccess)
            throw Failed(subject, $"fetching its database ended with exit code {result.ExitCode}", result);
    }

    /// <summary>Has it look, and reads what it wrote to <paramref name="output"/>. KILN4003 where it failed or wrote what cannot be read.</summary>
    internal async Task<ScanReport> ScanAsync(
        CommandRunner runner, ScanSubject subject, Command command, string? cache, string output, Func<byte[], ScanReport> read, CancellationToken cancellationToken) =>
        await ReadAsync(subject, await RunAsync(runner, subject, command, cache, cancellationToken), output, read, cancellationToken);

    /// <summary>What it wrote to <paramref name="output"/>. KILN4003 where it failed or that cannot be read.</summary>
    internal async Task<ScanReport> ReadAsync(
        ScanSubject subject, CommandResult result, string output, Func<byte[], ScanReport> read, CancellationToken cancellationToken)
    {
        if (!GoodExitCodes.Contains(result.ExitCode))
            throw Failed(subject, $"it ended with exit code {result.ExitCode}", result);
        if (!File.Exists(output))
            throw Failed(subject, $"it ended with exit code {result.ExitCode} and wrote no report", result);
        try
        {
            return read(await File.ReadAllBytesAsync(output, cancellationToken));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Failed(subject, $"its report cannot be read ({exception.Message.TrimEnd('.')})", result);
        }
    }

    internal KilnException Failed(ScanSubject subject, string what, CommandResult result)
    {
        var lines = (result.ErrorOutput + "\n" + result.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LinesTold);
        return new KilnException(
            ErrorCodes.ScannerFailed,
            $"{Title} failed on '{subject.Image.Name}' ({subject.Details.Platform}): {what}. Its last lines:\n  {string.Join("\n  ", lines)}\n"
            + "Nothing was judged, so nothing counts as passed.");
    }

    internal KilnException OtherImage(ScanSubject subject, string? seen) => new(
        ErrorCodes.WrongImageScanned,
        $"{Title} was given '{subject.Image.Name}' for {subject.Details.Platform}, whose id is {subject.Details.ConfigDigest}, and its report is about "
        + $"{seen ?? "no image"}. Nothing of it counts; report this with {Title}'s version.");

    static IEnumerable<string> Variables => Environment.GetEnvironmentVariables().Keys.Cast<string>();

    ScannerContainer ContainerOf(ScanSubject subject, ScannerSource.Image image, string? cache)
    {
        var key = image.Reference.WithDefaultTag().ToString();
        if (subject.Supply.Engine is not { DockerClient: not null } engine)
            throw Missing($"it is the image {image.Reference.Familiar}, and no docker client reaches an engine that would run it");
        if (!subject.Supply.Images.TryGetValue(key, out var pinned))
            throw Missing($"its image {image.Reference.Familiar} is not in the lock; run './build.sh Restore'");
        if (cache is not null)
            Directory.CreateDirectory(cache);
        return new ScannerContainer(engine, pinned, OperatingSystem.IsLinux() ? Posix.UserAndGroup : null)
        {
            Writable = cache is null ? [subject.WorkFolder] : [subject.WorkFolder, cache],
            Variables = ScannerEnvironment.ForContainer(OwnVariables, Variables),
        };
    }

    async Task<string> FetchAsync(ScannerSupply supply, ScannerSource.Download download, CancellationToken cancellationToken) =>
        supply is { Folder: { } folder } && supply.Downloads.TryGetValue(download.Address, out var pinned)
            ? await ProgramFile.GetAsync(folder, download.Address, pinned.Checksum, download.ProgramPath, cancellationToken)
            : throw Missing($"its download {download.Address} is not in the lock; run './build.sh Restore'");

    KilnException Missing(string where) => new(
        ErrorCodes.ScannerMissing,
        $"The scanner {Title} is not there: {where}. {HowToGet} Without it Kiln's own checks remain, which need no tool and know no vulnerabilities.");
}
