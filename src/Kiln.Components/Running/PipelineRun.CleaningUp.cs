using Kiln.Caching.Backends;
using Kiln.CleaningUp;
using Kiln.GitHubApi;
using Kiln.GitLabApi;
using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    GitHubRepository? OnGitHub => GitHubRepository.Of(Variables, Commit?.RemoteUrl);

    /// <summary>GitHub where there is a token for it, else git, and in a job of GitLab's also GitLab; null outside of a repository.</summary>
    internal IRefSource? RefSource
    {
        get
        {
            if (OnGitHub is { Token: not null } repository)
                return new GitHubRefs(repository);
            if (Commit is null)
                return null;
            var remote = new RemoteRefs(_build.RootDirectory, _runner);
            return GitLabProject.Of(Variables) is { } project ? new GitLabRefs(project, remote) : remote;
        }
    }

    /// <summary>GitHub's cache; null where the repository is not there.</summary>
    internal ICacheHost? HostCache => OnGitHub is { } repository ? new GitHubCaches(repository) : null;

    /// <summary>Who deletes where the registry itself does not.</summary>
    internal ValueMap<IManifestRemover> ManifestRemovers =>
        OnGitHub is { } repository ? [new(ContainerPackages.Registry, new ContainerPackages(repository))] : [];

    /// <summary>The registries that this run would keep caches in.</summary>
    internal ValueList<RegistryNamespace> CachePlacesOf(IHazCache build) =>
        build.Cache.BackendsIn(CacheRun()).OfType<RegistryCache>().Select(x => x.Place).ToValueList();

    internal async Task CleanUpAsync(ICleanUp build)
    {
        var request = build.CleanUpSettings(build.CleanUpSettingsBase(new CleanUpRequest { Images = [] }));
        var plan = await new CleanUpPlanner(_reporter).PlanAsync(request, CancellationToken.None);
        foreach (var line in CleanUpSummary.Lines(plan))
            _reporter.Information(line);
        if (plan.Leftovers.Count == 0)
            return;
        _reporter.Information(build.DeleteLeftovers
            ? CleanUpSummary.Result(plan, await new LeftoverRemover(_reporter).RemoveAsync(plan, request, CancellationToken.None))
            : CleanUpSummary.Invitation);
    }
}
