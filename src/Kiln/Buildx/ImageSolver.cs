using System.Diagnostics;
using Kiln.Buildx.Budgets;
using Kiln.Buildx.Mounts;
using Kiln.Caching;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Buildx;

/// <summary>One solve after the other of what a build has to do, each with its caches, its log, its receipts, and its layouts swapped in.</summary>
sealed class ImageSolver(
    BuildRequest request,
    ILookup<ImageSpec, BakeTarget> targets,
    MountTransfer mounts,
    BuildRecords records,
    Stopwatch clock,
    CommandRunner runner,
    IReporter reporter)
{
    readonly Dictionary<ImageSpec, BuiltImage> _solved = [];

    /// <summary>Builds these images together; what they are made from may have been built before.</summary>
    internal async Task<Dictionary<ImageSpec, BuiltImage>> SolveAsync(ValueList<ImageSpec> images, CancellationToken cancellationToken)
    {
        var built = await SolveAgainIfNeededAsync(images, cancellationToken);
        foreach (var (image, result) in built)
            _solved[image] = result;
        return built;
    }

    // Steps that ran meanwhile are in the builder's own cache.
    async Task<Dictionary<ImageSpec, BuiltImage>> SolveAgainIfNeededAsync(ValueList<ImageSpec> images, CancellationToken cancellationToken)
    {
        try
        {
            return await SolveOnceAsync(request.Caches, images, cancellationToken);
        }
        catch (KilnException exception) when (exception.Code == ErrorCodes.CacheDamaged && !request.Caches.IsRequired)
        {
            // The images come out without the cache too, only later.
            reporter.Warning("Cache: what it handed out is damaged, so everything is built once more without reading it");
            return await SolveOnceAsync(CacheDamage.WithoutReading(request.Caches), images, cancellationToken);
        }
    }

    async Task<Dictionary<ImageSpec, BuiltImage>> SolveOnceAsync(
        CachePlan plan, ValueList<ImageSpec> images, CancellationToken cancellationToken)
    {
        var made = FinishedContexts.Of(request, targets, _solved.Values);
        var rounds = SolveOrder.RoundsOf(request, made, images);
        PrepareFolders(rounds.SelectMany(x => x));
        using var files = records.Logs.Open(images);
        await using var caches = await CacheSession.BeginAsync(
            plan, PlatformTargets.CachedAs(request.Engine, request.Images), cancellationToken);
        var definition = new BakeDefinition(CachedTargets.Of(made, images, _solved.Keys, caches));
        records.Past.Begin(cancellationToken);
        var solved = await new RoundsBaker(request, runner, reporter).BakeAsync(definition, rounds, files, cancellationToken);
        var announced = PlatformTargets.Join(request, targets, images, solved.Announced);
        foreach (var round in solved.Rounds)
            mounts.Saw(round.Log);
        var troubles = solved.Rounds.SelectMany(x => CacheSummary.Troubles(x.Log)).Distinct();
        foreach (var note in troubles.Concat(files.Troubles()).Concat(await caches.KeepAsync(cancellationToken)))
            reporter.Warning(note);
        var work = new ImageWork(solved.Rounds, targets, clock.Elapsed);
        var writer = new ReceiptWriter(request, announced, (image, token) => records.Past.CompleteAsync(image, work, announced, token));
        var receipts = new List<Receipt>();
        foreach (var image in images)
            receipts.Add(await writer.WriteAsync(image, cancellationToken));
        new BudgetGate(request.Folders.Root, request.Published, reporter).Require(images.Zip(receipts));
        return images.Zip(receipts).ToDictionary(x => x.First, x => FinishedImage.SwapIn(request.Folders, x.First, x.Second));
    }

    // An exporter adds to what a folder holds: blobs of the last build, a second entry in index.json.
    void PrepareFolders(IEnumerable<BakeTarget> wanted)
    {
        Directory.CreateDirectory(request.Folders.Images);
        foreach (var folder in wanted.Select(x => x.LayoutFolder).OfType<string>())
        {
            Folders.DeleteIfThere(folder);
            Directory.CreateDirectory(folder);
        }
    }
}
