using System.Diagnostics;
using Kiln.Buildx.Budgets;
using Kiln.Buildx.Builders;
using Kiln.Buildx.History;
using Kiln.Buildx.Logs;
using Kiln.Buildx.Mounts;
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
        if (request.ReceiptKey is { } key)
            ReceiptSignature.RequireKey(key);
        if (request.Images.Count == 0)
        {
            reporter.Warning(
                "There is no image to build: no Dockerfile was found, or the build describes none. './build.sh Scaffold' writes Dockerfiles for the projects that are here; "
                + "or describe an image in Build.cs: IHazImages.Images => [new(\"api\", RootDirectory / \"src\" / \"Api\")]");
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
        new BudgetGate(request.Folders.Root, request.Published, reporter).Require(kept.Select(x => (x.Key, x.Value.Receipt)));
        var changed = request.Images.Where(x => !kept.ContainsKey(x)).ToValueList();
        SecretChecks.Require(changed, request.Images, request.Engine.Platform, reporter);
        var mounts = new MountTransfer(request, changed, runner, reporter);
        await mounts.SeedAsync(cancellationToken);
        var built = new Dictionary<ImageSpec, BuiltImage>();
        var records = new BuildRecords(new BuildLogs(request.Folders, reporter), new BuildPast(request, graph, targets, contexts));
        var solver = new ImageSolver(request, targets, mounts, records, clock, runner, reporter);
        foreach (var together in SolveOrder.Of(request, changed, graph))
        {
            foreach (var (image, result) in await FinishedBefore.TellAsync(built.Keys, () => solver.SolveAsync(together, cancellationToken)))
            {
                built[image] = result;
                new BuildMemory(request.Folders, request.ReceiptKey).Remember(image, fingerprints.Of(image), result.Receipt.Digest);
                records.Past.Remember(image);
            }
        }

        await mounts.KeepAsync(cancellationToken);
        foreach (var image in request.ReceiptKey is null ? [] : request.Images)
            ReceiptSignature.Write(request.Folders.ReceiptOf(image), request.ReceiptKey!);
        return request.Images.Select(x => kept.GetValueOrDefault(x) ?? built[x]).ToValueList();
    }

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
            if (new BuildMemory(request.Folders, request.ReceiptKey).Find(image, fingerprints.Of(image)) is not { } receipt)
                continue;
            reporter.Information($"Skipped   {image.Name}: Dockerfile, context, lock and builder are those that it was built from; '--rebuild' builds it");
            unchanged[image] = FinishedImage.Keep(request.Folders, image, receipt, clock.Elapsed);
        }

        return unchanged;
    }

    static async Task<StagedContext> StageContextAsync(
        BuildFolders folders, SentFolder sent, IEnumerable<ContextAllowance> allowed, CancellationToken cancellationToken)
    {
        var ignore = sent.IgnoreFile is { } file
            ? DockerIgnore.Parse(await File.ReadAllTextAsync(file, cancellationToken), file)
            : DockerIgnore.None;
        var source = new ContextSource(sent.Folder)
        {
            Ignore = ignore,
            ExcludedFolders = folders.NeverSent,
            Timestamp = Reproducibility.FileTime,
            Allowed = allowed.ToValueList(),
        };
        return await new ContextStager().StageAsync(source, folders.ContextOf(sent), cancellationToken);
    }
}
