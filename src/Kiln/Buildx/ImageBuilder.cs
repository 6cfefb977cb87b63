using System.Diagnostics;
using Kiln.Buildx.Budgets;
using Kiln.Buildx.Builders;
using Kiln.Buildx.Progress;
using Kiln.Caching;
using Kiln.Caching.Mounts;
using Kiln.Contexts;
using Kiln.Dockerfiles;
using Kiln.Images;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Receipts;
using Kiln.Reporting;

namespace Kiln.Buildx;

/// <summary>
/// Builds images to OCI layouts: checks, stages the contexts, solves once, compares digests, and only then swaps the
/// finished layouts in. Whatever fails or is killed on the way, the last good layouts stay.
/// </summary>
public sealed class ImageBuilder(CommandRunner runner, IReporter reporter)
{
    /// <summary>Builds all images of the request. One build at a time runs in a checkout; another one waits.</summary>
    public async Task<ValueList<BuiltImage>> BuildAsync(BuildRequest request, CancellationToken cancellationToken)
    {
        ImageChecks.Require(request.Images, request.Engine.Platform);
        if (request.Images.Count == 0)
        {
            reporter.Warning("There is no image to build");
            return [];
        }

        var clock = Stopwatch.StartNew();
        await using var only = await FileLock.AcquireAsync(
            request.Folders.Lock, cancellationToken, () => reporter.Information("Waiting for another build of this checkout"));
        // When a build is killed, its buildx goes on and would write into the folders of this one.
        await RunningProcesses.EndThoseWithArgumentAsync(request.Folders.BakeFile, cancellationToken);
        var graph = ImageGraph.Of(request.Images, request.Engine.Platform);
        request = request with { Images = ImageSelection.WithBases(request.Images, request.Only, graph) };
        BuilderChecks.Require(request, reporter);
        await InlineDockerfiles.WriteAsync(request, cancellationToken);
        var contexts = await StageContextsAsync(request, graph, cancellationToken);
        var targets = BakePlan.Targets(request, graph);
        var fingerprints = new BuildFingerprints(request, graph, targets, contexts);
        var kept = FindUnchanged(request, fingerprints, clock);
        new BudgetGate(request.Folders.Root, reporter).Require(kept.Select(x => (x.Key, x.Value.Receipt)));
        var changed = request.Images.Where(x => !kept.ContainsKey(x)).ToValueList();
        var mounts = new MountTransfer(request, changed, runner, reporter);
        await mounts.SeedAsync(cancellationToken);
        var built = new Dictionary<ImageSpec, BuiltImage>();
        foreach (var together in SolvesOf(request.Strategy, changed, graph))
        {
            foreach (var (image, result) in await SolveAgainIfNeededAsync(request, targets, together, mounts, clock, cancellationToken))
            {
                built[image] = result;
                new BuildMemory(request.Folders).Remember(image, fingerprints.Of(image), result.Receipt.Digest);
            }
        }

        await mounts.KeepAsync(cancellationToken);
        return request.Images.Select(x => kept.GetValueOrDefault(x) ?? built[x]).ToValueList();
    }

    static IEnumerable<ValueList<ImageSpec>> SolvesOf(BuildStrategy strategy, ValueList<ImageSpec> images, ImageGraph graph) =>
        images.Count == 0 ? []
        : strategy == BuildStrategy.OneSolve ? [images]
        : graph.BasesFirst(images).Select(x => ValueList.Create([x]));

    async Task<IReadOnlyDictionary<SentFolder, StagedContext>> StageContextsAsync(
        BuildRequest request, ImageGraph graph, CancellationToken cancellationToken)
    {
        var contexts = new Dictionary<SentFolder, StagedContext>();
        var sent = request.Images.SelectMany(x => SentFolder.AllOf(x, graph).Select(y => (y.Folder, y.Name, Allowed: x.AllowedInContext)));
        foreach (var users in sent.GroupBy(x => x.Folder))
        {
            var context = await StageContextAsync(request.Folders, users.Key, users.SelectMany(x => x.Allowed), cancellationToken);
            var names = string.Join(", ", users.Select(x => x.Name));
            reporter.Information(ContextSummary.Line(names, context));
            foreach (var warning in ContextSummary.Warnings(names, context))
                reporter.Warning(warning);
            contexts[users.Key] = context;
        }

        return contexts;
    }

    // Only where all that it may fetch is pinned, and nothing in it shall be built anew each time.
    Dictionary<ImageSpec, BuiltImage> FindUnchanged(BuildRequest request, BuildFingerprints fingerprints, Stopwatch clock)
    {
        var unchanged = new Dictionary<ImageSpec, BuiltImage>();
        foreach (var image in request.Images.Where(x => request.SkipsUnchanged && request.Policy.PinsEverything && x.UncachedStages.Count == 0))
        {
            if (new BuildMemory(request.Folders).Find(image, fingerprints.Of(image)) is not { } receipt)
                continue;
            reporter.Information($"Skipped   {image.Name}: Dockerfile, context, lock and builder are those that it was built from; '--rebuild' builds it");
            unchanged[image] = FinishedImage.Keep(request.Folders, image, receipt, clock.Elapsed);
        }

        return unchanged;
    }

    // Steps that ran meanwhile are in the builder's own cache.
    async Task<Dictionary<ImageSpec, BuiltImage>> SolveAgainIfNeededAsync(
        BuildRequest request,
        ILookup<ImageSpec, BakeTarget> targets,
        ValueList<ImageSpec> images,
        MountTransfer mounts,
        Stopwatch clock,
        CancellationToken cancellationToken)
    {
        try
        {
            return await SolveAsync(request, targets, images, mounts, clock, cancellationToken);
        }
        catch (KilnException exception) when (exception.Code == ErrorCodes.CacheDamaged && !request.Caches.IsRequired)
        {
            // The images come out without the cache too, only later.
            reporter.Warning("Cache: what it handed out is damaged, so everything is built once more without reading it");
            return await SolveAsync(CacheDamage.WithoutReading(request), targets, images, mounts, clock, cancellationToken);
        }
    }

    async Task<Dictionary<ImageSpec, BuiltImage>> SolveAsync(
        BuildRequest request,
        ILookup<ImageSpec, BakeTarget> targets,
        ValueList<ImageSpec> images,
        MountTransfer mounts,
        Stopwatch clock,
        CancellationToken cancellationToken)
    {
        var wanted = images.SelectMany(x => targets[x]).ToValueList();
        PrepareFolders(request.Folders, wanted);
        var log = new BuildLog(step => BuildProgress.Report(step, reporter));
        var secrets = request.Images.SelectMany(x => x.Secrets).Select(x => x.Read()).OfType<string>();
        var redactor = Redactor.None.With(secrets.Concat(request.Proxy.Secrets));
        var client = new BuildxClient(request.Engine, runner, redactor, request.Proxy);
        await using var caches = await CacheSession.BeginAsync(
            request.Caches, PlatformTargets.CachedAs(request.Engine, request.Images), cancellationToken);
        var announced = await client.BakeAsync(
            new BakeDefinition(CachedTargets.Of(targets, images, caches)),
            wanted.Select(x => x.Name),
            request.Policy,
            request.Folders,
            log,
            cancellationToken);
        announced = PlatformTargets.Join(request, targets, images, announced);
        mounts.Saw(log);
        foreach (var note in CacheSummary.Troubles(log).Concat(await caches.KeepAsync(cancellationToken)))
            reporter.Warning(note);
        var writer = new ReceiptWriter(request, announced, new ImageWork(log, targets, images, clock.Elapsed));
        var receipts = new List<Receipt>();
        foreach (var image in images)
            receipts.Add(await writer.WriteAsync(image, cancellationToken));
        new BudgetGate(request.Folders.Root, reporter).Require(images.Zip(receipts));
        return images.Zip(receipts).ToDictionary(x => x.First, x => FinishedImage.SwapIn(request.Folders, x.First, x.Second));
    }

    // An exporter adds to what a folder holds: blobs of the last build, a second entry in index.json.
    static void PrepareFolders(BuildFolders folders, ValueList<BakeTarget> targets)
    {
        Directory.CreateDirectory(folders.Images);
        foreach (var folder in targets.Select(x => x.LayoutFolder).OfType<string>())
        {
            Folders.DeleteIfThere(folder);
            Directory.CreateDirectory(folder);
        }
    }

    // What later targets and the next build read must not be part of what this build is made of.
    static async Task<StagedContext> StageContextAsync(
        BuildFolders folders, SentFolder sent, IEnumerable<ContextAllowance> allowed, CancellationToken cancellationToken)
    {
        var ignore = sent.IgnoreFile is { } file
            ? DockerIgnore.Parse(await File.ReadAllTextAsync(file, cancellationToken), file)
            : DockerIgnore.None;
        var source = new ContextSource(sent.Folder)
        {
            Ignore = ignore,
            ExcludedFolders = [folders.Artifacts, Path.Combine(folders.Root, ".nuke"), folders.Temporary],
            Timestamp = Reproducibility.FileTime,
            Allowed = allowed.ToValueList(),
        };
        return await new ContextStager().StageAsync(source, folders.ContextOf(sent), cancellationToken);
    }
}
