using System.Diagnostics;
using Kiln.Buildx.Budgets;
using Kiln.Buildx.Logs;
using Kiln.Buildx.Mounts;
using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;
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
        var wanted = images.SelectMany(x => made[x]).ToValueList();
        PrepareFolders(wanted);
        var log = new BuildLog();
        using var files = records.Logs.Open(images);
        await using var caches = await CacheSession.BeginAsync(
            plan, PlatformTargets.CachedAs(request.Engine, request.Images), cancellationToken);
        var definition = new BakeDefinition(CachedTargets.Of(made, images, _solved.Keys, caches));
        var names = wanted.Select(x => x.Name).ToArray();
        var solved = definition.Only(names);
        records.Past.Begin(cancellationToken);
        var groups = new StepGroup(solved, names) { IsOneOfSeveral = request.Images.Count > 1 };
        var announced = await BakeAsync(definition, names, log, groups, files, cancellationToken);
        announced = PlatformTargets.Join(request, targets, images, announced);
        mounts.Saw(log);
        foreach (var note in CacheSummary.Troubles(log).Concat(files.Troubles()).Concat(await caches.KeepAsync(cancellationToken)))
            reporter.Warning(note);
        var work = new ImageWork(log, new StepOwners(solved), targets, clock.Elapsed);
        var writer = new ReceiptWriter(
            request, announced, (image, token) => records.Past.CompleteAsync(image, work, solved, announced, token));
        var receipts = new List<Receipt>();
        foreach (var image in images)
            receipts.Add(await writer.WriteAsync(image, cancellationToken));
        new BudgetGate(request.Folders.Root, request.Published, reporter).Require(images.Zip(receipts));
        return images.Zip(receipts).ToDictionary(x => x.First, x => FinishedImage.SwapIn(request.Folders, x.First, x.Second));
    }

    async Task<IReadOnlyDictionary<string, Digest>> BakeAsync(
        BakeDefinition definition, string[] names, BuildLog log, StepGroup groups, SolveLogs files, CancellationToken cancellationToken)
    {
        var secrets = request.Images.SelectMany(x => x.Secrets).Select(x => x.Read()).OfType<string>();
        var redactor = Redactor.None.With(secrets.Concat(request.Proxy.Secrets));
        await using var view = ProgressViews.Begin(request.Progress, log, groups, reporter);
        var events = new SolveEvents(redactor, log, [view, .. files.Listeners]) { FullLog = files.Place };
        return await new BuildxClient(request.Engine, runner, request.Proxy, request.Logins)
            .BakeAsync(definition, names, request.Policy, request.Folders, events, cancellationToken);
    }

    // An exporter adds to what a folder holds: blobs of the last build, a second entry in index.json.
    void PrepareFolders(ValueList<BakeTarget> wanted)
    {
        Directory.CreateDirectory(request.Folders.Images);
        foreach (var folder in wanted.Select(x => x.LayoutFolder).OfType<string>())
        {
            Folders.DeleteIfThere(folder);
            Directory.CreateDirectory(folder);
        }
    }
}
