using Kiln.Buildx;
using Kiln.Caching;
using Kiln.Images;

namespace Kiln.Tests.Buildx;

public sealed class SolveOrderTests : IDisposable
{
    static readonly CacheRun Run = new(CacheHost.Other, new CacheRefs("main"));

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_shared_cache_all_are_one_solve() => Assert.Equal(["top base"], Order(BuildStrategy.Auto, CachePolicy.None));

    [Fact]
    public void With_one_they_come_one_by_one_bases_first() =>
        Assert.Equal(["base", "top"], Order(BuildStrategy.Auto, CachePolicy.Registry("registry.example/cache")));

    [Fact]
    public void A_cache_that_is_only_written_is_written_as_it_will_be_read() =>
        Assert.Equal(["base", "top"], Order(BuildStrategy.Auto, CachePolicy.Registry("registry.example/cache"), isRead: false));

    [Fact]
    public void Who_asks_for_one_way_gets_it()
    {
        Assert.Equal(["top base"], Order(BuildStrategy.OneSolve, CachePolicy.Registry("registry.example/cache")));
        Assert.Equal(["base", "top"], Order(BuildStrategy.OneSolvePerImage, CachePolicy.None));
    }

    // In one bake, what the compilation of the second platform needs is found, and lost again (decision 0061).
    [Fact]
    public void With_a_shared_cache_stages_beside_an_image_come_after_it_each_alone() =>
        Assert.Equal(["top", "top-SINGLE-STAGE", "top-TEST"], Rounds(BuildStrategy.Auto, CachePolicy.Registry("registry.example/cache")));

    [Fact]
    public void Else_they_are_in_the_bake_of_the_image()
    {
        Assert.Equal(["top top-SINGLE-STAGE top-TEST"], Rounds(BuildStrategy.Auto, CachePolicy.None));
        Assert.Equal(["top top-SINGLE-STAGE top-TEST"], Rounds(BuildStrategy.OneSolve, CachePolicy.Registry("registry.example/cache")));
    }

    IEnumerable<string> Rounds(BuildStrategy strategy, CachePolicy policy)
    {
        var image = Image("top", "FROM scratch AS one\nFROM one AS two\nFROM two") with { SingleStage = "one", TestStage = "two" };
        var request = BakeSamples.Request(_folder.Path, image) with { Strategy = strategy, Caches = CachePlan.Of(policy, Run, [image]) };
        var targets = BakePlan.Targets(request, ImageGraph.Of(request.Images, Platform.LinuxAmd64));
        return SolveOrder.RoundsOf(request, targets, [image]).Select(x => string.Join(' ', x.Select(y => y.Name)));
    }

    IEnumerable<string> Order(BuildStrategy strategy, CachePolicy policy, bool isRead = true)
    {
        ImageSpec[] images = [Image("top", "FROM base"), Image("base", "FROM scratch")];
        var plan = CachePlan.Of(policy, Run, [.. images]);
        if (!isRead)
            plan = plan with { Findings = [.. plan.Findings.Select(x => x with { NotReadSince = "nobody may" })] };
        var request = BakeSamples.Request(_folder.Path, images) with { Strategy = strategy, Caches = plan };
        return SolveOrder.Of(request, request.Images, ImageGraph.Of(request.Images, Platform.LinuxAmd64))
            .Select(x => string.Join(' ', x.Select(y => y.Name)));
    }

    ImageSpec Image(string name, string dockerfile)
    {
        _folder.Write($"{name}/Dockerfile", dockerfile);
        return new ImageSpec(name, _folder[name]);
    }
}
