using Kiln.Caching.Backends;
using Kiln.Commits;
using Kiln.Components.Running.Describing;
using Kiln.GitHubApi;
using Kiln.Locking;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Workflows;
using Kiln.Workflows.Drift;
using Kiln.Workflows.Explaining;
using Kiln.Workflows.Pins;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    // What a build's targets bring does not change while it runs.
    ValueMap<ValueList<string>>? _plans;

    /// <summary>Whether the repository's origin is GitLab's, by its host's name.</summary>
    internal bool IsOnGitLab => RemoteRepository.Of(Commit?.RemoteUrl)?.IsOnGitLab == true;

    /// <summary>What the build's pipelines depend on: nothing that is another on another machine, or a CI host would find the files wrong.</summary>
    internal PipelineFacts FactsOf(IHazPipelines build) => new()
    {
        DefaultBranch = build.ReleaseBranch,
        SignsReceipts = build.SignsReceipts,
        Images = build.Images.Select(x => x.Name).ToValueList(),
        Platforms = build.Images.SelectMany(x => x.Platforms).Distinct().OrderBy(x => x.ToString(), StringComparer.Ordinal).ToValueList(),
        Registries = build is IHazRegistries { Registries: var places } ? [.. places] : [],
        // By its type: one's own (CachePolicy.Custom) needs the same.
        UsesGitHubCache = build is IHazCache { Cache: var policy } && policy.BackendsIn(CacheRun() with { Host = Caching.CacheHost.GitHub }).Any(x => x.Type == new GitHubCache().Type),
        TargetPlans = _plans ??= DescribedTargets.Of(build).Plans,
        SdkFile = SdkFiles.FirstOrDefault(x => File.Exists(_build.RootDirectory / x)),
        LockFile = Path.GetRelativePath(_build.RootDirectory, build.LockFile).Replace('\\', '/'),
        Pins = WorkflowPins.Known.With(LockFile.Read(build.LockFile) ?? KilnLock.Empty),
    };

    // The nearest to the build's project, as its scripts look for it.
    static readonly string[] SdkFiles = ["build/global.json", "global.json"];

    /// <summary>Images that GitLab's jobs run in, where the lock says which they are.</summary>
    static ValueList<RequiredInput> JobImages(IHazImages build) => build is IHazPipelines { GitLab.Engine.Images: var images }
        ? images.Where(x => x.Digest is null)
            .Select(x => (RequiredInput)new RequiredInput.Image(x, Platform.LinuxAmd64) { Place = new InputPlace("the build's GitLabHost.Engine", 0) { IsFile = false } }).ToValueList()
        : [];

    /// <summary>The names of the build's targets.</summary>
    internal static IReadOnlyCollection<string> TargetNamesOf(IHazPipelines build) => TargetProperties.NamesOf(build.GetType()).ToHashSet();

    internal void GenerateWorkflow(IHazPipelines build)
    {
        var request = RequestOf(build);
        var (bumps, changes) = (request.FindBumps(), request.Compare());
        KeepBumps(build, bumps);
        if (Commit?.DefaultBranch is { } branch && branch != build.ReleaseBranch)
            _reporter.Warning($"The repository's default branch is '{branch}', and the pipelines know '{build.ReleaseBranch}': say so by 'string IHazPipelines.ReleaseBranch => \"{branch}\"'");
        if (PushesToItself(build) is { } place)
            _reporter.Warning($"The registry '{place}' is on the machine that pushes, and a CI host's machine goes with all that is on it: name the registry that others pull from in 'IHazRegistries.Registries' (docs/guides/registries.md)");
        foreach (var scanner in ScannersOnPath(build))
            _reporter.Warning($"The scanner {scanner} comes from PATH, and machines of CI hosts may not have it, so that Scan is refused there: say how it is had by its Source (docs/guides/scanning.md)");
        foreach (var gap in request.FindGaps())
            _reporter.Warning(gap);
        new WorkflowFolder(request.Root).Apply(changes);
        foreach (var change in changes)
            _reporter.Information($"{(change.Before is null ? "Written   " : change.After is null ? "Deleted   " : "Changed   ")}{change.Path}");
        if (changes.Count == 0)
            _reporter.Information("The files of the CI hosts are what the build would write");
    }

    // In a job of GitLab's the registry that comes with the repository is another one than here.
    RegistryNamespace? PushesToItself(IHazPipelines build) =>
        build is IPush { Registries: var places } && places.ToArray() is [{ IsLoopback: true } first, ..] all && all.All(x => x.IsLoopback)
        && (build.GitHub is not null || first != RegistryNamespace.OfRemote(Commit?.RemoteUrl))
            ? first
            : null;

    static IEnumerable<string> ScannersOnPath(IHazPipelines build) => build is IScan { Scanners: var scanners }
        ? scanners.Where(x => x.Source is ScannerSource.Program { Path: var path } && !ExecutableFinder.IsPath(path)).Select(x => x.Name)
        : [];

    // Without an entry the next Kiln that knows an older version only would take the bump back.
    void KeepBumps(IHazPipelines build, ValueMap<string> bumps)
    {
        if (bumps.Count == 0)
            return;
        var content = LockFile.Read(build.LockFile) ?? KilnLock.Empty;
        LockFile.Write(build.LockFile, content with
        {
            Actions = bumps.Aggregate(content.Actions, (all, x) => all.With(x.Key, new LockedAction(x.Value, DateTimeOffset.UtcNow))),
        });
        foreach (var (action, commit) in bumps)
            _reporter.Information($"Locked    {action} at {commit[..12]}, as the files say");
    }

    /// <summary>Moves the actions that the build's workflows use to their newest versions; where GitHub cannot be asked, that is said, and what is pinned stays.</summary>
    internal async Task UpdateActionsAsync(IHazPipelines build)
    {
        // A job's token may not write workflow files, and the lock alone would make those that are there wrong; there a bot moves the files first.
        if (build.GitHub is null || _build.IsServerBuild)
            return;
        var resolver = ActionResolver.Of(Variables);
        var before = LockFile.Read(build.LockFile) ?? KilnLock.Empty;
        var request = RequestOf(build);
        var newest = await resolver.FindNewestAsync(ActionUpdate.RepositoriesIn((request with { Facts = request.Facts with { Pins = request.Facts.Pins.Tolerant } }).Generate()), CancellationToken.None);
        foreach (var problem in newest.Problems)
            _reporter.Warning(problem);
        var after = ActionUpdate.Apply(before, WorkflowPins.Known, newest.Found, DateTimeOffset.UtcNow);
        var diff = LockDiff.Between(before, after);
        if (diff.IsEmpty)
            return;
        LockFile.Write(build.LockFile, after);
        foreach (var line in diff.Lines)
            _reporter.Information(line);
        _reporter.Information("Run './build.sh GenerateWorkflow' to write the new versions into the workflows");
    }

    internal void VerifyWorkflow(IHazPipelines build)
    {
        var changes = RequestOf(build).Compare();
        if (changes.Count > 0)
            throw DriftMessage.Of(changes);
        _reporter.Information("The files of the CI hosts are what the build would write");
    }

    internal void ExplainWorkflow(IExplainWorkflow build)
    {
        foreach (var line in WorkflowExplanation.Of(() => RequestOf(build), build.YamlPath!))
            _reporter.Information(line);
    }

    WorkflowRequest RequestOf(IHazPipelines build)
    {
        var empty = new WorkflowRequest { Root = _build.RootDirectory, Pipelines = [], Facts = new() };
        return build.WorkflowSettings(build.WorkflowSettingsBase(empty));
    }
}
