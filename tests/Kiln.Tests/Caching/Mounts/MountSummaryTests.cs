using Kiln.Caching;
using Kiln.Caching.Mounts;

namespace Kiln.Tests.Caching.Mounts;

public sealed class MountSummaryTests
{
    static readonly Dictionary<string, CacheMounts> Mounts = new()
    {
        ["api"] = new CacheMounts("api") { Mounts = [new("/root/.npm"), new("go-mod")] },
    };

    [Fact]
    public void Tells_what_was_kept_and_warns_of_what_is_too_large()
    {
        var reports = MountReport.In(["cp: something else", "kiln-mount api 0 packed 2048", "kiln-mount api 1 too-large 3000000"]);

        Assert.Equal(
            ["Mounts    api: 1 of 2 kept, 2.1 MB, 0.5 s"],
            MountSummary.Lines(reports, Mounts, TimeSpan.FromSeconds(0.5)));
        Assert.Equal(
            ["KILN6032: api: the cache mount 'go-mod' holds 3072.0 MB and is not kept: together with those before it that is more than the 1000.0 MB of this build (MountPersistence.UpTo)"],
            MountSummary.Warnings(reports, Mounts, 1_000_000_000));
    }

    [Fact]
    public void Mounts_are_kept_by_themselves_only_where_builders_start_empty()
    {
        Assert.Null(MountPersistence.Auto.MaximumSizeIn(Run(CacheHost.Other)));
        Assert.Equal(1_000_000_000, MountPersistence.Auto.MaximumSizeIn(Run(CacheHost.GitLab)));
        Assert.Equal(5, MountPersistence.UpTo(5).MaximumSizeIn(Run(CacheHost.Other)));
        Assert.Null(MountPersistence.Off.MaximumSizeIn(Run(CacheHost.GitHub)));
    }

    static CacheRun Run(CacheHost host) => new(host, new CacheRefs("main"));
}
