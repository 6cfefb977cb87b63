using Kiln;
using Kiln.Buildx;
using Kiln.Caching.Mounts;
using Kiln.Components;
using Nuke.Common;
using Nuke.Common.Tooling;

partial class Build
{
    [Parameter("Where results of steps are kept for other builders: Auto, None, Registry (on this machine), Folder or GitHub. Default is Auto")]
    readonly CachePlace CachePlace = CachePlace.Auto;

    CachePolicy IHazCache.Cache => CachePlace switch
    {
        CachePlace.None => CachePolicy.None,
        CachePlace.Registry => CachePolicy.Registry($"{LocalRegistry}/cache"),
        CachePlace.Folder => CachePolicy.Folder(TemporaryDirectory / "step-cache"),
        CachePlace.GitHub => CachePolicy.GitHub,
        _ => CachePolicy.Auto,
    };

    [Parameter("Whether cache mounts are kept in that cache too. Default is on CI hosts only")]
    readonly bool? KeepMounts = null;

    Configure<BuildRequest> IDockerBuild.DockerBuildSettings => _ => _ with
    {
        Mounts = KeepMounts switch
        {
            true => MountPersistence.UpTo(MountPersistence.On.DefaultMaximumSize),
            false => MountPersistence.Off,
            null => MountPersistence.Auto,
        },
    };
}
