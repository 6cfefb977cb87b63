using System.Text;
using Kiln.Buildx.Steps;
using Kiln.Contexts;
using Kiln.Images;
using Kiln.Receipts;

namespace Kiln.Buildx.History;

/// <summary>
/// What the last build of each image tells of this one: how long cached steps took when they ran, and what has changed since for
/// the first step that was in no cache.
/// </summary>
sealed class BuildPast(
    BuildRequest request, ImageGraph graph, ILookup<ImageSpec, BakeTarget> targets, IReadOnlyDictionary<SentFolder, StagedContext> contexts)
{
    readonly HistoryStore _store = new(request.Folders);
    readonly Dictionary<ImageSpec, RememberedBuild> _built = [];
    Task<IReadOnlyDictionary<SentFolder, string>?>? _contents;

    /// <summary>Begins to read what is sent, while BuildKit is at work.</summary>
    internal void Begin(CancellationToken cancellationToken) => _contents ??= Task.Run(() => TryReadContents(cancellationToken), cancellationToken);

    /// <summary>Adds to the work of an image what the past tells of it; nothing where that cannot be read or written.</summary>
    internal async Task<WorkReceipt> CompleteAsync(
        ImageSpec image,
        ImageWork work,
        IReadOnlyDictionary<string, Digest> announced,
        CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        if (await _contents! is not { } contents)
            return work.Of(image);
        var now = InputsOf(image, announced, contents);
        var last = _store.Find(image);
        var steps = work.StepsOf(image);
        var known = last?.Seconds ?? new Dictionary<string, double>();
        var (saved, unknown) = StepTimes.SavedBy(steps, known);
        _built[image] = new RememberedBuild(now, StepTimes.After(steps, known));
        return work.Of(image) with
        {
            SecondsSaved = saved,
            CachedOfUnknownTime = unknown == 0 ? null : unknown,
            Miss = MissOf(image, now, last, steps),
        };
    }

    /// <summary>Once its layout is in place.</summary>
    internal void Remember(ImageSpec image)
    {
        try
        {
            if (_built.Remove(image, out var build))
                _store.Keep(image, build);
            if (_built.Count == 0)
                _store.Tidy();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The image is built; the next build only knows less of why it has something to do.
        }
    }

    MissReceipt? MissOf(ImageSpec image, BuildInputs now, RememberedBuild? last, IReadOnlyList<ToldStep> steps)
    {
        if (steps.Where(x => !x.Step.IsCached).MinBy(x => x.Step.Started) is not { } told)
            return null;
        var images = targets.SelectMany(x => x.Select(y => (y.Name, Image: x.Key))).ToDictionary(x => x.Name, x => x.Image);
        var (step, solved) = told;
        var source = StepSource.Find(told, x => images[x.Name].ParseDockerfile());
        var (cause, changed) = new MissFinder(image, now, last, _store.FindContents).Explain(step, source);
        return new MissReceipt($"[{new StepOwners(solved).PlaceOf(step)}] {step.Instruction}", cause, changed);
    }

    BuildInputs InputsOf(ImageSpec image, IReadOnlyDictionary<string, Digest> announced, IReadOnlyDictionary<SentFolder, string> contents)
    {
        var target = targets[image].First();
        var folders = graph.UsesOf(image).Select(x => x.Name).Distinct()
            .Where(x => image.NamedContexts.GetValueOrDefault(x) is BuildContext.Folder)
            .Select(x => (Name: x, Folder: SentFolder.Of((BuildContext.Folder)image.NamedContexts[x])))
            .Prepend((Name: "", Folder: SentFolder.Of(image)));
        return new BuildInputs
        {
            Dockerfile = image.ReadDockerfile(),
            Arguments = target.Args.ToDictionary(x => x.Key, x => Short(x.Value)),
            Pins = request.Inputs.GetValueOrDefault(image.Name).Select(x => KeyValuePair.Create(x.Name, x.Pin))
                .Concat(graph.BasesOf(image).Select(x => KeyValuePair.Create(x, DigestOf(x, announced))))
                .DistinctBy(x => x.Key).ToDictionary(),
            Settings = new Dictionary<string, string>
            {
                ["network"] = $"{target.Network}",
                ["extraHosts"] = Short($"{target.ExtraHosts}"),
                ["sharedMemory"] = $"{target.SharedMemory}",
                ["processLimits"] = $"{target.ProcessLimits}",
                ["entitlements"] = string.Join(", ", target.Entitlements.Select(x => x.Name)),
            },
            Platforms = [.. target.Platforms.Select(x => x.ToString())],
            Builder = $"{request.Engine.Origin}, {request.Engine.EngineVersion}, BuildKit {request.Engine.BuildKitVersion}",
            Contexts = folders.ToDictionary(x => x.Name, x => contents[x.Folder]),
        };
    }

    string DigestOf(string image, IReadOnlyDictionary<string, Digest> announced)
    {
        var sibling = request.Images.Single(x => x.Name == image);
        return $"{announced.GetValueOrDefault(BakePlan.NameOf(sibling)) ?? ReceiptFile.Read(request.Folders.ReceiptOf(sibling))?.Digest}";
    }

    IReadOnlyDictionary<SentFolder, string>? TryReadContents(CancellationToken cancellationToken)
    {
        try
        {
            return ReadContents(cancellationToken);
        }
        catch (Exception exception) when ((exception is AggregateException { InnerExceptions: [var inner, ..] } ? inner : exception)
            is IOException or UnauthorizedAccessException)
        {
            // A full disk, for example: then nothing is told of the past, and the images are built all the same.
            return null;
        }
    }

    Dictionary<SentFolder, string> ReadContents(CancellationToken cancellationToken)
    {
        var found = new Dictionary<SentFolder, string>();
        foreach (var (folder, context) in contexts)
            found[folder] = _store.Keep(ContextContents.Of(context.Folder, KnownOf(folder), cancellationToken));
        return found;
    }

    ContextContents KnownOf(SentFolder folder) => request.Images.Where(x => SentFolder.Of(x) == folder)
        .Select(x => _store.Find(x)?.Inputs.Contexts.GetValueOrDefault("")).FirstOrDefault(x => x is not null) is { } name
        ? _store.FindContents(name)
        : ContextContents.None;

    static string Short(string value) => Digest.OfBytes(Encoding.UTF8.GetBytes(value)).Short;
}
