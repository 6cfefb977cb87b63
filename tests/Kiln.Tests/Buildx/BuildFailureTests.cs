using System.Text;
using Kiln.Buildx;
using Kiln.Buildx.Progress;
using Kiln.Caching;

namespace Kiln.Tests.Buildx;

public sealed class BuildFailureTests
{
    static async Task<KilnException> FailureOf(string events, params BakeTarget[] targets)
    {
        var log = new BuildLog();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(events));
        await log.ReadAsync(stream, CancellationToken.None);
        return BuildFailure.From(1, log, new BakeDefinition([.. targets]));
    }

    static string Step(string name, string error) => $$"""
        {"vertexes":[{"digest":"sha256:1","name":"{{name}}","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:01Z","error":"{{error}}"}]}

        """;

    [Fact]
    public async Task A_step_is_told_with_its_lines_and_its_own_file()
    {
        var output = $$"""{"logs":[{"vertex":"sha256:1","stream":2,"data":"{{Convert.ToBase64String("no such file\n"u8)}}"}]}""";
        var closing = "Dockerfile:2\n--------------------\n   1 |     FROM alpine\n   2 | >>> RUN false\n--------------------\nERROR: failed to solve\n";

        var error = await FailureOf(
            Step("[web build 2/2] RUN false", "process \\\"/bin/sh -c false\\\" did not complete successfully: exit code: 1") + output + "\n" + closing,
            BakeSamples.Target,
            BakeSamples.Target with { Name = "web", Dockerfile = "/repository/web/Dockerfile" });

        Assert.Equal("KILN3020", error.Code);
        Assert.Equal(
            """
            The step 'RUN false' (web build 2/2) of '/repository/web/Dockerfile' failed: exit code: 1
                 1 |     FROM alpine
                 2 | >>> RUN false
            Its last lines:
              no such file
            """,
            error.Message);
    }

    // The same words are a step's own where no cache was read, or where its program failed.
    [Theory]
    [InlineData("[2/2] COPY note /", "short read: expected 134 bytes but got 67: unexpected EOF", true, "KILN6025")]
    [InlineData("exporting to oci image format", "failed to copy: GET http://x/1\\nERROR CODE: RESPONSE 416: 416\\n", true, "KILN6025")]
    [InlineData("[2/2] COPY note /", "commit failed: unexpected commit digest sha256:1, expected sha256:2: failed precondition", true, "KILN6025")]
    [InlineData("[2/2] COPY note /", "short read: expected 134 bytes but got 67: unexpected EOF", false, "KILN3020")]
    [InlineData("[2/2] RUN x", "process \\\"x short read: expected\\\" did not complete successfully: exit code: 1", true, "KILN3020")]
    [InlineData("[2/2] COPY note /", "\\\"/note\\\": not found", true, "KILN3020")]
    public async Task What_a_cache_handed_out_damaged_is_not_the_step_s_fault(string step, string words, bool readsCache, string code)
    {
        var error = await FailureOf(
            Step(step, words),
            BakeSamples.Target with { CacheFrom = readsCache ? [new CacheEntry("gha", [])] : [] });

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task A_step_that_printed_nothing_says_so()
    {
        var error = await FailureOf(Step("[2/2] COPY a /", "\\\"/a\\\": not found"), BakeSamples.Target);

        Assert.Equal(
            "The step 'COPY a /' (2/2) of '/repository/api/Dockerfile' failed: \"/a\": not found\nThe step printed nothing.",
            error.Message);
    }

    [Fact]
    public async Task What_BuildKit_refuses_outside_of_any_step_is_told_in_its_words()
    {
        var error = await FailureOf("ERROR: target stage \"x\" could not be found\n", BakeSamples.Target);

        Assert.Equal(
            ("KILN3021", "BuildKit could not build '/repository/api/Dockerfile': target stage \"x\" could not be found"),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task A_build_that_was_cut_off_says_so()
    {
        var error = await FailureOf("", BakeSamples.Target);

        Assert.Equal(
            "The build of '/repository/api/Dockerfile' was cut off: buildx ended with exit code 1 and without a reason. Run it again; finished steps are cached.",
            error.Message);
    }
}
