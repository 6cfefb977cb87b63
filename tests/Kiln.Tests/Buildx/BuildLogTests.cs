using System.Text;
using Kiln.Buildx.Progress;

namespace Kiln.Tests.Buildx;

public sealed class BuildLogTests
{
    // As BuildKit 0.25 tells it when the index of a cache names a layer that was deleted meanwhile.
    const string Evicted =
        """
        {"vertexes":[{"digest":"sha256:1","name":"[2/2] COPY a /","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:00Z","cached":true}]}
        {"vertexes":[{"digest":"sha256:1","name":"[2/2] COPY a /","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:01Z","cached":true,"error":"blob sha256:2: not found"}]}
        {"vertexes":[{"digest":"sha256:1","name":"[2/2] COPY a /","started":"2026-11-25T07:00:02Z","error":"blob sha256:2: not found"}]}
        {"vertexes":[{"digest":"sha256:1","name":"[2/2] COPY a /","started":"2026-11-25T07:00:02Z","completed":"2026-11-25T07:00:05Z"}]}

        """;

    [Fact]
    public async Task A_step_that_was_begun_anew_did_not_come_out_of_a_cache()
    {
        var log = await ReadAsync(Evicted);

        var step = Assert.Single(log.Instructions);
        Assert.False(step.IsCached);
        Assert.Equal(TimeSpan.FromSeconds(3), step.Duration);
        Assert.Null(log.Failed);
    }

    [Fact]
    public async Task A_cached_step_whose_layers_are_fetched_stays_one_from_a_cache()
    {
        var log = await ReadAsync(
            """
            {"vertexes":[{"digest":"sha256:1","name":"[2/2] COPY a /","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:01Z","cached":true}]}
            {"vertexes":[{"digest":"sha256:1","name":"[2/2] COPY a /","started":"2026-11-25T07:00:02Z"}]}
            {"vertexes":[{"digest":"sha256:1","name":"[2/2] COPY a /","started":"2026-11-25T07:00:02Z","completed":"2026-11-25T07:00:05Z"}]}

            """);

        Assert.True(Assert.Single(log.Instructions).IsCached);
    }

    // As BuildKit 0.25 tells it when two images copy the same out of a third.
    [Fact]
    public async Task A_step_that_was_cancelled_for_the_same_of_another_image_had_no_turn()
    {
        var log = await ReadAsync(
            """
            {"vertexes":[{"digest":"sha256:1","name":"[a 1/1] COPY --from=c /x /x","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:01Z","error":"failed to calculate checksum of ref x: context canceled: context canceled"}]}
            {"vertexes":[{"digest":"sha256:2","name":"[b 1/1] COPY --from=c /x /x","started":"2026-11-25T07:00:01Z","completed":"2026-11-25T07:00:01Z","cached":true}]}

            """);

        Assert.Equal("b 1/1", Assert.Single(log.Instructions).Place);
        Assert.Null(log.Failed);
    }

    static async Task<BuildLog> ReadAsync(string events)
    {
        var log = new BuildLog();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(events));
        await log.ReadAsync(stream, CancellationToken.None);
        return log;
    }
}
