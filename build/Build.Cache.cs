using Kiln;
using Kiln.Components;
using Nuke.Common;

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
}
