using System.Text;
using System.Text.Json;
using Kiln.Buildx;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Inputs;

/// <summary>What steps are given while they run, on the sample's base image, which has a shell.</summary>
public sealed class StepSurroundingsTests(PipelineFixture fixture)
{
    const string Password = "pr0xy-word";
    const string Proxy = $"http://me:{Password}@proxy.example.com:3128";

    [Fact]
    public async Task A_proxy_reaches_steps_and_neither_the_image_nor_the_cache_key_nor_a_message()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", """
            FROM golang:1.24
            RUN test "$HTTP_PROXY $https_proxy" = "$(echo aHR0cDovL21lOnByMHh5LXdvcmRAcHJveHkuZXhhbXBsZS5jb206MzEyOA== | base64 -d) "
            """) with
        { Network = BuildNetwork.None };
        // In two pieces, which BuildKit tells one after the other.
        var printing = bench.Image("printing", """
            FROM golang:1.24
            RUN p=$http_proxy; printf 'it is %s' "${p%%word*}"; sleep 1; echo "word${p#*word}"; false
            """) with
        { Network = BuildNetwork.None };
        var policy = (await bench.RestoreAsync(app, printing)).Policy;

        var with = await BuildAsync(app, new ProxySettings { Http = Proxy });
        var without = await BuildAsync(app, new ProxySettings());
        var failed = await Assert.ThrowsAsync<KilnException>(() => BuildAsync(printing, new ProxySettings { Http = Proxy }));

        Assert.Equal(with[0].Receipt.Digest, without[0].Receipt.Digest);
        Assert.Contains("it is http://***@proxy.example.com:3128", failed.Message);
        Assert.DoesNotContain(Password, failed.ToString());
        Assert.DoesNotContain(Password, await File.ReadAllTextAsync(Path.Combine(bench.Root, "temp", "build-images", "bake.json")));
        Assert.Contains("it is http://***@proxy", await bench.ReadLogAsync("printing.log"));
        Assert.DoesNotContain("pr0xy-", await bench.ReadLogAsync("printing.log"));
        Assert.DoesNotContain("word", Decoded(await bench.ReadLogAsync("printing.events.jsonl")));

        Task<BuiltImage[]> BuildAsync(ImageSpec image, ProxySettings proxy) =>
            bench.BuildAsync(policy, x => x with { Proxy = proxy, SkipsUnchanged = false }, image);
    }

    // All that the step printed; its own line names the pieces.
    static string Decoded(string events) => string.Concat(events.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(x => JsonDocument.Parse(x).RootElement)
        .Where(x => x.TryGetProperty("logs", out _))
        .SelectMany(x => x.GetProperty("logs").EnumerateArray())
        .Select(x => Encoding.UTF8.GetString(x.GetProperty("data").GetBytesFromBase64())));

    [Fact]
    public async Task Steps_have_the_memory_the_limits_the_hosts_and_the_secrets_that_their_image_names()
    {
        const string variable = "KILN_TEST_STEP_SECRET";
        Environment.SetEnvironmentVariable(variable, "s3cret-of-a-step");
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", $"""
            FROM golang:1.24
            RUN --mount=type=secret,id={variable},env=TOKEN test "$TOKEN" = s3cret-of-a-step
            RUN test "$(df -k /dev/shm | awk 'NR == 2 {"{"} print $2 {"}"}')" = 131072
            RUN test "$(ulimit -Sn) $(ulimit -Hn)" = "1000 2000"
            RUN grep -q '^10.0.0.7[[:space:]]*proxy.example.com' /etc/hosts
            """) with
        {
            Network = BuildNetwork.None,
            SharedMemory = 128 * 1024 * 1024,
            ProcessLimits = [new("nofile", "1000:2000")],
            ExtraHosts = [new("proxy.example.com", "10.0.0.7")],
            Secrets = [BuildSecret.OfVariable(variable)],
        };
        var policy = (await bench.RestoreAsync(app)).Policy;

        var built = await bench.BuildAsync(policy, app);

        Assert.Equal(4, built[0].Receipt.Work.Steps);
        Assert.DoesNotContain("s3cret-of-a-step", await bench.ReadLogAsync("app.events.jsonl"));
    }

    [Fact]
    public async Task A_stage_that_is_never_cached_runs_each_time_and_the_image_is_never_skipped()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM golang:1.24 AS stamp\nRUN date +%N > /stamp\nFROM golang:1.24 AS kept\nRUN date > /kept\nFROM scratch\nCOPY --from=stamp /stamp /\nCOPY --from=kept /kept /\n") with
        {
            Network = BuildNetwork.None,
            UncachedStages = ["stamp"],
        };
        var policy = (await bench.RestoreAsync(app)).Policy;

        var first = (await bench.BuildAsync(policy, app))[0];
        var second = (await bench.BuildAsync(policy, app))[0];

        Assert.NotEqual(first.Receipt.Digest, second.Receipt.Digest);
        // The other stage's step.
        Assert.Equal(1, second.Receipt.Work.Cached);
    }

    [Fact]
    public async Task A_step_gets_the_hosts_network_by_itself_only_where_its_image_is_entitled()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", "FROM golang:1.24\nRUN --network=host true\n") with { Network = BuildNetwork.None };
        var policy = (await bench.RestoreAsync(app)).Policy;

        var refused = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(policy, app));
        var built = await bench.BuildAsync(policy, app with { Entitlements = [Entitlement.HostNetwork] });

        Assert.Contains("network.host", refused.Message);
        Assert.Single(built);
    }
}
