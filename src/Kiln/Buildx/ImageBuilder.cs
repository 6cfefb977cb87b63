using System.Diagnostics;
using Kiln.Buildx.Progress;
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
        ImageChecks.Require(request.Images);
        if (request.Images.Count == 0)
        {
            reporter.Warning("There is no image to build");
            return [];
        }

        var clock = Stopwatch.StartNew();
        await using var only = await FileLock.AcquireAsync(
            request.Folders.Lock, cancellationToken, () => reporter.Information("Waiting for another build of this checkout"));
        var targets = BakePlan.Targets(request, ImageGraph.Of(request.Images, request.Engine.Platform));
        // When a build is killed, its buildx goes on and would write into the folders of this one.
        await RunningProcesses.EndThoseWithArgumentAsync(request.Folders.BakeFile, cancellationToken);
        PrepareFolders(request.Folders, targets);
        foreach (var image in request.Images)
            reporter.Information(ContextSummary.Line(image.Name, await StageContextAsync(request.Folders, image, cancellationToken)));
        var log = new BuildLog(step => BuildProgress.Report(step, reporter));
        var secrets = request.Images.SelectMany(x => x.Secrets).Select(x => x.Read()).OfType<string>();
        var client = new BuildxClient(request.Engine, runner, Redactor.None.With(secrets));
        var announced = await client.BakeAsync(
            new BakeDefinition(targets), request.Policy, request.Folders, log, cancellationToken);
        var writer = new ReceiptWriter(request, announced, WorkOf(log, clock.Elapsed));
        var receipts = new List<Receipt>();
        foreach (var image in request.Images)
            receipts.Add(await writer.WriteAsync(image, cancellationToken));
        return request.Images.Zip(receipts, (x, y) => FinishedImage.SwapIn(request.Folders, x, y)).ToValueList();
    }

    // An exporter adds to what a folder holds: blobs of the last build, a second entry in index.json.
    static void PrepareFolders(BuildFolders folders, ValueList<BakeTarget> targets)
    {
        Directory.CreateDirectory(folders.Images);
        foreach (var target in targets)
        {
            Folders.DeleteIfThere(target.LayoutFolder);
            Directory.CreateDirectory(target.LayoutFolder);
        }
    }

    // What later targets and the next build read must not be part of what this build is made of.
    static async Task<StagedContext> StageContextAsync(BuildFolders folders, ImageSpec image, CancellationToken cancellationToken)
    {
        var ignore = DockerIgnore.FileFor(image.DockerfilePath, image.Context, File.Exists) is { } file
            ? DockerIgnore.Parse(await File.ReadAllTextAsync(file, cancellationToken), file)
            : DockerIgnore.None;
        var source = new ContextSource(image.Context)
        {
            Ignore = ignore,
            ExcludedFolders = [folders.Artifacts, Path.Combine(folders.Root, ".nuke"), folders.Temporary],
            Timestamp = Reproducibility.FileTime,
        };
        return await new ContextStager().StageAsync(source, folders.ContextOf(image), cancellationToken);
    }

    static WorkReceipt WorkOf(BuildLog log, TimeSpan time)
    {
        var steps = log.Instructions.ToArray();
        return new WorkReceipt(steps.Length, steps.Count(x => x.IsCached), Math.Round(time.TotalSeconds, 1));
    }
}
