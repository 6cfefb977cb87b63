using Kiln.Caching;
using Kiln.Caching.Backends;
using Kiln.Primitives;

namespace Kiln.Tests.Caching;

public sealed class CachePlanTests
{
    static readonly ImageSpec Api = new("api", "/api") { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };
    static readonly CacheRun Topic = new(CacheHost.Other, new CacheRefs("topic/x", "next", "main"));

    public static TheoryData<CachePolicy, string, string> Backends => new()
    {
        { CachePolicy.GitHub, "type=gha,scope=api:linux-amd64_linux-arm64", "type=gha,ignore-error=true,mode=max,scope=api:linux-amd64_linux-arm64" },
        {
            CachePolicy.In(new GitHubCache { Timeout = TimeSpan.FromMinutes(20) }),
            "type=gha,scope=api:linux-amd64_linux-arm64,timeout=1200s",
            "type=gha,ignore-error=true,mode=max,scope=api:linux-amd64_linux-arm64,timeout=1200s"
        },
        {
            CachePolicy.Registry("r.example.com/cache"),
            """
            type=registry,ref=r.example.com/cache/api:linux-amd64_linux-arm64.topic-x-c663caa1
            type=registry,ref=r.example.com/cache/api:linux-amd64_linux-arm64.next
            type=registry,ref=r.example.com/cache/api:linux-amd64_linux-arm64.main
            """,
            "type=registry,compression=zstd,ignore-error=true,image-manifest=true,mode=max,oci-mediatypes=true,ref=r.example.com/cache/api:linux-amd64_linux-arm64.topic-x-c663caa1"
        },
        {
            CachePolicy.In(new S3Cache("kiln", "eu-1") { Prefix = "p/", Endpoint = new("http://127.0.0.1:9/"), HasBucketInPath = true }),
            """
            type=s3,bucket=kiln,endpoint_url=http://127.0.0.1:9/,name=api:linux-amd64_linux-arm64.topic-x-c663caa1,prefix=p/,region=eu-1,use_path_style=true
            type=s3,bucket=kiln,endpoint_url=http://127.0.0.1:9/,name=api:linux-amd64_linux-arm64.next,prefix=p/,region=eu-1,use_path_style=true
            type=s3,bucket=kiln,endpoint_url=http://127.0.0.1:9/,name=api:linux-amd64_linux-arm64.main,prefix=p/,region=eu-1,use_path_style=true
            """,
            "type=s3,bucket=kiln,endpoint_url=http://127.0.0.1:9/,ignore-error=true,mode=max,name=api:linux-amd64_linux-arm64.topic-x-c663caa1,prefix=p/,region=eu-1,use_path_style=true"
        },
        {
            CachePolicy.Inline("r.example.com/us"),
            """
            type=registry,ref=r.example.com/us/api:topic-x
            type=registry,ref=r.example.com/us/api:next
            type=registry,ref=r.example.com/us/api:main
            """,
            "type=inline"
        },
        {
            CachePolicy.Custom("type=x,n={image}", "type=x,n={image}-{platforms}-{ref}"),
            "type=x,n=api",
            "type=x,ignore-error=true,n=api-linux-amd64_linux-arm64-topic-x-c663caa1"
        },
    };

    [Theory]
    [MemberData(nameof(Backends))]
    public void Reads_own_base_and_default_branch_and_writes_its_own(CachePolicy policy, string reads, string writes)
    {
        var use = CachePlan.Of(policy, Topic, [Api]).UseOf(Api);

        Assert.Equal(reads.Split('\n', StringSplitOptions.TrimEntries), use.From.Select(x => x.ToString()));
        Assert.Equal(writes, string.Join('\n', use.To));
    }

    [Theory]
    [InlineData(CacheHost.GitHub, "gha")]
    [InlineData(CacheHost.GitLab, "registry")]
    [InlineData(CacheHost.Other, "")]
    public void Auto_takes_what_the_host_has(CacheHost host, string types)
    {
        var run = Topic with { Host = host, ProjectRegistry = "r.example.com/us/app/cache" };

        Assert.Equal(types, string.Join(',', CachePolicy.Auto.BackendsIn(run).Select(x => x.Type)));
    }

    [Fact]
    public void No_two_of_images_platforms_and_branches_share_a_cache()
    {
        var images = new[] { "a", "a/b", "a.b", "a-b", "a_b" };
        ValueList<Platform>[] platforms = [[Platform.LinuxAmd64], [Platform.LinuxArm64], [Platform.LinuxAmd64, Platform.LinuxArm64], [Platform.Parse("linux/arm/v6")], [Platform.Parse("linux/arm/v7")]];
        var branches = new[] { "main", "v7.main", "v7-main", "a/b", "a-b", "A/B", "a-b-c14cddc0", "refs/pull/1", new string('x', 200), new string('x', 201) };
        CachePolicy[] policies = [CachePolicy.Registry("r.example.com"), CachePolicy.Folder("/c"), CachePolicy.S3("b", "r")];

        var written =
            from policy in policies
            from image in images
            from set in platforms
            from branch in branches
            let spec = new ImageSpec(image, "/") { Platforms = set }
            from entry in CachePlan.Of(policy, Topic with { Refs = new CacheRefs(branch) }, [spec]).UseOf(spec).To
            select entry.ToString();

        Assert.Equal(policies.Length * images.Length * platforms.Length * branches.Length, written.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_run_that_is_not_trusted_reads_and_does_not_write()
    {
        var run = Topic with { Distrust = "this run is for a fork's pull request (them/app)" };

        var use = CachePlan.Of(CachePolicy.All(CachePolicy.Registry("r.example.com"), CachePolicy.Folder("/c")), run, [Api]).UseOf(Api);

        Assert.Equal((6, 0), (use.From.Count, use.To.Count));
    }

    [Fact]
    public void What_is_required_may_fail_the_build()
    {
        var plan = CachePlan.Of(CachePolicy.GitHub, Topic, [Api]) with { IsRequired = true };

        Assert.Equal("type=gha,mode=max,scope=api:linux-amd64_linux-arm64", plan.UseOf(Api).To.Single().ToString());
    }

    [Fact]
    public void Two_images_that_would_write_one_cache_are_refused_by_name()
    {
        var images = ValueList.Create([Api, new ImageSpec("worker", "/w")]);

        var failure = Assert.Throws<KilnException>(() => CachePlan.Of(CachePolicy.Custom("type=x", "type=x,n={ref}"), Topic, images));

        Assert.Equal(
            "KILN1029: 'api' and 'worker' would write one cache, 'type=x,ignore-error=true,n=topic-x-c663caa1', and overwrite each other. "
            + "Name '{image}', '{platforms}' and '{ref}' where the cache is described.",
            failure.ToString());
    }

    [Theory]
    [InlineData("registry,ref=x")]
    [InlineData("ref=x")]
    [InlineData("")]
    public void A_text_that_buildx_would_not_take_is_refused(string text) =>
        Assert.Equal("KILN1028", Assert.Throws<KilnException>(() => CachePolicy.Custom(text)).Code);

    [Theory]
    [InlineData("plain")]
    [InlineData("with,comma")]
    [InlineData("with \"quotes\", and=more")]
    public void A_path_comes_back_as_it_was(string path)
    {
        var entry = new CacheEntry("local", [new("src", path)]);

        Assert.Equal(entry, CacheEntry.Read(entry.ToString()));
    }
}
