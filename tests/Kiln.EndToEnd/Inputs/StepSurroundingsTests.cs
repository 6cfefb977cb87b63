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
