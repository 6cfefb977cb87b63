using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Inputs;

/// <summary>What steps may read and nobody afterwards, on the sample's base image, which has a shell.</summary>
public sealed class SecretTests(PipelineFixture fixture)
{
    const string Secret = "t0ken-of-the-test";

    [Fact]
    public async Task A_secret_reaches_its_step_and_is_masked_where_the_step_prints_it()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var app = bench.Image("app", """
            FROM golang:1.24
            RUN --mount=type=secret,id=npm,required=true test "$(wc -c < /run/secrets/npm)" = 17
            RUN --mount=type=secret,id=npm,env=NPM cat /run/secrets/npm && echo "it is $NPM" && false
            """) with
        {
            Network = BuildNetwork.None,
            Secrets = [BuildSecret.OfFile("npm", Path.Combine(bench.Root, "token"))],
        };
        await File.WriteAllTextAsync(Path.Combine(bench.Root, "token"), Secret);

        var restored = await bench.RestoreAsync(app);
        var failed = await Assert.ThrowsAsync<KilnException>(() => bench.BuildAsync(restored.Policy, app));

        Assert.Equal("KILN3020", failed.Code);
        Assert.Contains("it is ***", failed.Message);
        Assert.DoesNotContain(Secret, failed.ToString());
        Assert.Contains("it is ***", await bench.ReadLogAsync("app.log"));
        Assert.DoesNotContain(Secret, await bench.ReadLogAsync("app.log"));
        Assert.DoesNotContain(Secret, await File.ReadAllTextAsync(Path.Combine(bench.Root, "temp", "build-images", "bake.json")));
    }
}
