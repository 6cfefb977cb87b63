using Kiln.Buildx;
using Kiln.Buildx.Mounts;
using Kiln.Caching;
using Kiln.Caching.Mounts;
using Kiln.Dockerfiles.Inputs;
using Kiln.Primitives;

namespace Kiln.Tests.Buildx.Mounts;

public sealed class MountDockerfileTests
{
    static readonly CarriedMounts Carried = new(
        new ImageSpec("shop/api", "/src"),
        new CacheMounts("shop/api") { Mounts = [new("/root/.npm") { Uid = "1000", Mode = "0700" }, new("go-mod")], Namespace = "shop" },
        new ExternalInput.Image(ImageReference.Parse("golang:1.24"), Platform.LinuxAmd64, ImageRole.Base, 1));

    static readonly MountTargets Targets = new("/staging");

    [Fact]
    public void One_text_packs_and_unpacks_all_mounts_of_an_image() =>
        Snapshot.Matches(MountDockerfile.Write(Carried.Mounts, Carried.Shell), "two-mounts.Dockerfile");

    [Fact]
    public void Packing_writes_and_unpacking_reads()
    {
        ValueList<CacheEntry> caches = [CacheEntry.Read("type=registry,ref=r.example.com/shop/api:mounts.main,mode=max")!];

        var pack = Targets.Pack(Carried, MountTargets.Stamp("1f0e", 1_000_000), caches);
        var unpack = Targets.Unpack(Carried, caches) with { Name = "unpack" };

        Snapshot.Matches(new BakeDefinition([pack, unpack]).ToJson(), "pack-and-unpack.json");
    }

    [Fact]
    public void No_stage_that_mounts_a_cache_is_ever_built_without_cache()
    {
        var dockerfile = Kiln.Dockerfiles.Dockerfile.Parse(MountDockerfile.Write(Carried.Mounts, Carried.Shell));

        var emptied = Targets.Pack(Carried, "stamp", []).UncachedStages
            .SelectMany(x => TargetInputs.Of(dockerfile, new BuildTarget(Platform.LinuxAmd64) { Stage = x }).MountedCaches);

        Assert.Empty(dockerfile.Diagnostics);
        Assert.Empty(emptied);
    }
}
