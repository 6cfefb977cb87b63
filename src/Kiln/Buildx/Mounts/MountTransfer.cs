using System.Diagnostics;
using Kiln.Buildx.Progress;
using Kiln.Caching;
using Kiln.Caching.Mounts;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Reporting;

namespace Kiln.Buildx.Mounts;

/// <summary>
/// Carries the cache mounts of a build's images by way of the caches of their layers: one solve before the build fills empty mounts,
/// one after it keeps what the mounts hold. Whatever goes wrong is a warning: a mount is only ever a shortcut.
/// </summary>
sealed class MountTransfer
{
    readonly BuildRequest _request;
    readonly CommandRunner _runner;
    readonly IReporter _reporter;
    readonly BuildFolders _folders;
    readonly MountTargets _targets;
    readonly long? _maximumSize;
    readonly ValueList<CarriedMounts> _carried;
    bool _isChanged;

    /// <summary>Finds what there is to carry for these images: nothing where neither the request nor the run asks for it.</summary>
    internal MountTransfer(BuildRequest request, ValueList<ImageSpec> images, CommandRunner runner, IReporter reporter)
    {
        (_request, _runner, _reporter) = (request, runner, reporter);
        // Of their own, so that the bake file of the images stays there to be read.
        _folders = request.Folders with { Temporary = Path.Combine(request.Folders.Temporary, "mounts") };
        _targets = new MountTargets(Path.Combine(_folders.Work, "images"));
        // Where no cache is shared there is nowhere to carry them, and nobody asked.
        _maximumSize = request.Caches.Findings.Count > 0 ? request.Mounts.MaximumSizeIn(request.Caches.Run) : null;
        _carried = _maximumSize is null ? [] : CarriedMounts.Of(request, images, reporter);
    }

    /// <summary>Fills the mounts that are empty.</summary>
    internal async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (_carried.Count == 0)
            return;
        var sources = _carried.Select(x => (Carried: x, Caches: MountCaches.Of(_request.Caches, x.Image).From)).ToArray();
        await using var session = await CacheSession.BeginAsync(_request.Caches, sources.SelectMany(x => x.Caches), cancellationToken);
        var targets = sources.Select(x => _targets.Unpack(x.Carried, session.Read(x.Caches))).Where(x => x.CacheFrom.Count > 0);
        await TrySolveAsync(
            targets.ToValueList(),
            ErrorCodes.MountsNotSeeded,
            "could not be filled from the cache and stay as they are",
            cancellationToken);
    }

    /// <summary>Takes note of a solve, which may have changed mounts.</summary>
    internal void Saw(BuildLog build) =>
        _isChanged |= build.Instructions.Any(x => !x.IsCached && x.Instruction.Contains("type=cache", StringComparison.Ordinal));

    /// <summary>Keeps what the mounts hold after all solves, unless none of their steps can have changed them.</summary>
    internal async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (!_isChanged || _carried.Count == 0)
            return;
        var places = _carried.Select(x => (Carried: x, Caches: MountCaches.Of(_request.Caches, x.Image).To))
            .Where(x => x.Caches.Count > 0).ToArray();
        await using var session = await CacheSession.BeginAsync(_request.Caches, Array.Empty<CacheEntry>(), cancellationToken);
        var stamp = MountTargets.Stamp(Guid.NewGuid().ToString("N"), _maximumSize ?? 0);
        var targets = places.Select(x => _targets.Pack(x.Carried, stamp, session.Write(x.Caches))).ToValueList();
        Directory.CreateDirectory(_folders.Work);
        Write(_targets.StampFile, stamp);
        var isDone = await TrySolveAsync(
            targets,
            ErrorCodes.MountsNotKept,
            "could not be written to the cache, so the next empty builder starts without them",
            cancellationToken);
        foreach (var note in isDone ? await session.KeepAsync(cancellationToken) : [])
            _reporter.Warning(note);
    }

    async Task<bool> TrySolveAsync(ValueList<BakeTarget> targets, string code, string consequence, CancellationToken cancellationToken)
    {
        if (targets.Count == 0)
            return false;
        foreach (var (carried, target) in from x in _carried from y in targets where BakePlan.NameOf(x.Image) == y.Name select (x, y))
            Write(target.Dockerfile, MountDockerfile.Write(carried.Mounts, carried.Shell));
        var clock = Stopwatch.StartNew();
        try
        {
            // When a build is killed, its buildx goes on.
            await RunningProcesses.EndThoseWithArgumentAsync(_folders.BakeFile, cancellationToken);
            var log = new BuildLog();
            await new BuildxClient(_request.Engine, _runner, new ProxySettings(), _request.Logins).BakeAsync(
                new BakeDefinition(targets), targets.Select(x => x.Name).ToArray(), _request.Policy, _folders, new SolveEvents(Redactor.None, log), cancellationToken);
            // A cache that cannot be read or written breaks no solve.
            if (CacheSummary.Troubles(log).ToArray() is { Length: > 0 } troubles)
                throw new KilnException(code, string.Join(" ", troubles));
            Report(log, clock.Elapsed);
            return true;
        }
        catch (KilnException exception)
        {
            // The images do not depend on it.
            var names = string.Join(", ", targets.Select(x => x.Name));
            _reporter.Warning($"{code}: The cache mounts of {names} {consequence}. {exception.Message}");
            return false;
        }
    }

    void Report(BuildLog log, TimeSpan time)
    {
        var mounts = _carried.ToDictionary(x => x.Image.Name, x => x.Mounts);
        var reports = MountReport.In(log.Steps.SelectMany(log.OutputOf));
        foreach (var line in MountSummary.Lines(reports, mounts, time))
            _reporter.Information(line);
        foreach (var line in MountSummary.Warnings(reports, mounts, _maximumSize ?? 0))
            _reporter.Warning(line);
    }

    static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
