using Kiln.CleaningUp;
using Kiln.Components.Running;
using Kiln.Primitives;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace Kiln.Components;

/// <summary>
/// Takes away what CI leaves behind: GitHub's caches of closed pull requests and gone branches, such caches in registries, and old tags of images by a rule.
/// </summary>
public interface ICleanUp : IHazImages, IHazRegistries, IHazRegistryCredentials, IHazCache, IHazCommit
{
    /// <summary>Which tags of images go. Default: those of commits older than 30 days but for the 10 newest, and those of closed requests.</summary>
    TagRetention TagRetention => new();

    /// <summary>Whether what is listed is deleted. Default: no, it is only listed.</summary>
    [Parameter("Deletes what CleanUp lists; without it nothing is deleted")]
    bool DeleteLeftovers => TryGetValue<bool?>(() => DeleteLeftovers) ?? false;

    /// <summary>Lists what goes and what stays, and why; what a host or registry refuses is a warning that names the permission.</summary>
    Target CleanUp => _ => _
        .Description("Lists caches of closed requests and gone branches, and old tags of images; deletes them with --delete-leftovers")
        .TryAfter<IPush>(x => x.Push)
        .Executes(() => PipelineRun.Of(this).Do(run => run.CleanUpAsync(this)));

    /// <summary>Kiln's own choice: all images in all registries, the caches that this run would use, and what the repository's host knows.</summary>
    sealed Configure<CleanUpRequest> CleanUpSettingsBase => _ => _ with
    {
        Images = Images.ToValueList(),
        Registries = Registries.ToValueList(),
        CachePlaces = PipelineRun.Of(this).CachePlacesOf(this),
        Retention = TagRetention,
        Refs = PipelineRun.Of(this).RefSource,
        HostCache = PipelineRun.Of(this).HostCache,
        Removers = PipelineRun.Of(this).ManifestRemovers,
        Access = PipelineRun.AccessOf(this),
    };

    /// <summary>Yours: <c>_ => _ with { … }</c>. Default: nothing changes.</summary>
    Configure<CleanUpRequest> CleanUpSettings => _ => _;
}
