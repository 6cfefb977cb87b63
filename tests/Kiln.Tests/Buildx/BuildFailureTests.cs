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
            BakeSamples.Target with { Name = "web", ImageName = "team/web", Dockerfile = "/repository/web/Dockerfile" });

        Assert.Equal("KILN3020", error.Code);
        Assert.Equal(
            """
            Image 'team/web', linux/amd64: the step 'RUN false' (web build 2/2) failed: exit code: 1
                 1 |     FROM alpine
                 2 | >>> RUN false
            It printed:
              no such file
            """,
            error.Message);
    }

    [Fact]
    public async Task Its_line_is_underlined_where_the_file_can_be_read()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("Dockerfile", "FROM alpine AS build\nWORKDIR /\nRUN one && \\\n    two\n");

        var error = await FailureOf(
            Step("[web linux/arm64 build 3/3] RUN one &&     two", "process \\\"/bin/sh -c one\\\" did not complete successfully: exit code: 1"),
            BakeSamples.Target,
            BakeSamples.Target with { Name = "web", Dockerfile = file, Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] });

        Assert.Equal(
            $"""
            Image 'web', linux/arm64: the step 'RUN one && two' (web linux/arm64 build 3/3) failed: exit code: 1
            {file}:3
              2 | WORKDIR /
              3 | RUN one && \
                | ^^^^^^^^^^^^
              4 |     two
                |     ^^^
            The step printed nothing.
            """,
            error.Message);
    }

    // As two targets of 'samples/go-server' do, of which the one for a single platform came first.
    [Fact]
    public async Task A_shared_step_without_a_platform_in_its_name_has_that_of_the_target_for_one()
    {
        const string error = "process \\\"/bin/sh -c go build\\\" did not complete successfully: exit code: 1";

        var failure = await FailureOf(
            Step("[web-SINGLE-STAGE build 6/6] RUN go build", "") + Step("[web build 6/6] RUN go build", error),
            BakeSamples.Target with { Name = "web", ImageName = "web", Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] },
            BakeSamples.Target with { Name = "web-SINGLE-STAGE", ImageName = "web", Platforms = [Platform.LinuxAmd64] });

        Assert.StartsWith("Image 'web', linux/amd64: the step 'RUN go build' (web build 6/6) failed: exit code: 1", failure.Message);
    }

    [Fact]
    public async Task Exports_that_a_step_broke_off_are_not_the_cause()
    {
        var failure = await FailureOf(
            Step("[web 2/2] RUN false", "process \\\"/bin/sh -c false\\\" did not complete successfully: exit code: 1")
                + Step("[api] exporting to oci image format", "failed to copy: failed to send write: error reading from server: connection reset by peer").Replace("sha256:1", "sha256:2", StringComparison.Ordinal),
            BakeSamples.Target,
            BakeSamples.Target with { Name = "web", ImageName = "web", Dockerfile = "/repository/web/Dockerfile" });

        Assert.StartsWith("Image 'web', linux/amd64: the step 'RUN false'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_full_log_is_comes_last()
    {
        var log = new BuildLog();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("ERROR: no such stage\n"));
        await log.ReadAsync(stream, CancellationToken.None);

        Assert.EndsWith(
            "no such stage\nThe full log is artifacts/reports/build/api.log.",
            BuildFailure.From(1, log, new BakeDefinition([BakeSamples.Target]), "artifacts/reports/build/api.log").Message);
    }

    [Theory]
    [InlineData("exporting to oci image format", "failed to write: write /x/blob: no space left on device", "KILN3023")]
    [InlineData("[2/2] COPY a /", "copy a: write /var/lib/x: no space left on device", "KILN3023")]
    [InlineData("[2/2] COPY a /", "copy a: no such file", "KILN3020")]
    public async Task A_full_disk_is_said_as_such(string step, string words, string code)
    {
        var error = await FailureOf(Step(step, words) + $"ERROR: failed to solve: {words}\n", BakeSamples.Target);

        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message);
    }

    [Fact]
    public async Task A_step_that_says_that_its_disk_is_full_is_told_like_any_step_and_what_may_be_full()
    {
        var output = $$"""{"logs":[{"vertex":"sha256:1","stream":2,"data":"{{Convert.ToBase64String("dd: /dev/shm/x: No space left on device\n"u8)}}"}]}""";

        var error = await FailureOf(Step("[2/2] RUN dd", "exit code: 1") + output + "\n", BakeSamples.Target);

        Assert.Equal("KILN3023", error.Code);
        Assert.Equal(
            """
            Image 'api', linux/amd64: the step 'RUN dd' (2/2) failed: exit code: 1
            It printed:
              dd: /dev/shm/x: No space left on device
            A disk is full: the engine's own ('docker buildx prune' makes room), or a tmpfs that the step writes to, such as /dev/shm.
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
    [InlineData("[1/2] FROM x", "failed to copy: write /x: no space left on device", true, "KILN3023")]
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
            "Image 'api', linux/amd64: the step 'COPY a /' (2/2) failed: \"/a\": not found\nThe step printed nothing.",
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

    [Theory]
    [InlineData("", "buildx ended with exit code 1 and without a reason")]
    [InlineData("ERROR: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF\n",
        "failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF")]
    public async Task A_lost_engine_is_told_with_what_was_finished(string closing, string reason)
    {
        const string events =
            """
            {"vertexes":[{"digest":"sha256:1","name":"[api 1/2] RUN a"},{"digest":"sha256:2","name":"[api 2/2] RUN b"},{"digest":"sha256:3","name":"[web 1/1] RUN c"}]}
            {"vertexes":[{"digest":"sha256:1","name":"[api 1/2] RUN a","started":"2026-11-25T07:00:00Z","completed":"2026-11-25T07:00:01Z"}]}
            {"vertexes":[{"digest":"sha256:2","name":"[api 2/2] RUN b","started":"2026-11-25T07:00:01Z"}]}

            """;

        var error = await FailureOf(events + closing, BakeSamples.Target, BakeSamples.Target with { Name = "web", ImageName = "team/web" });

        Assert.Equal("KILN3024", error.Code);
        Assert.Equal(
            $"""
            The engine was lost in the middle of the build: {reason}.
            Finished were:
              api: 1 of the 2 steps that were known
              team/web: 0 of the 1 steps that were known
            Nothing was loaded or tagged, and the last good layouts stay. Run it again: it goes on where this one ended.
            """,
            error.Message);
    }

    [Fact]
    public async Task A_registry_that_cannot_be_reached_is_no_lost_engine()
    {
        var error = await FailureOf(
            "ERROR: failed to solve: x: failed to do request: dial tcp 127.0.0.1:1: connect: connection refused\n", BakeSamples.Target);

        Assert.Equal("KILN3021", error.Code);
    }
}
