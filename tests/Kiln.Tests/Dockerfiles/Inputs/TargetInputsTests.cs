using static Kiln.Tests.Dockerfiles.Inputs.InputReading;

namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class TargetInputsTests
{
    [Fact]
    public void Only_stages_that_the_target_needs_count()
    {
        string[] lines = ["FROM golang:1.24 AS build", "FROM node:22 AS unused", "FROM alpine:3.22", "COPY --from=build /a /a"];

        Assert.Equal(["1: Base golang:1.24 for linux/amd64", "3: Base alpine:3.22 for linux/amd64"], InputsOf(lines));
        Assert.Equal(["1: Base golang:1.24 for linux/amd64"], InputsOf(Amd64 with { Stage = "build" }, lines));
    }

    [Fact]
    public void A_stage_above_is_no_image() => Assert.Equal(
        ["1: Base alpine:3.22 for linux/amd64"],
        InputsOf("FROM alpine:3.22 AS base", "FROM base AS middle", "FROM middle"));

    [Fact]
    public void A_stage_below_is_an_image_to_FROM() => Assert.Equal(
        ["1: Base later:latest for linux/amd64", "4: CopySource first:latest for linux/amd64"],
        InputsOf("FROM later AS first", "FROM alpine AS later", "FROM first", "COPY --from=first:latest / /"));

    [Fact]
    public void A_stage_of_the_same_name_is_an_image_to_its_own_FROM() =>
        Assert.Equal(["1: Base alpine:latest for linux/amd64"], InputsOf("FROM alpine AS alpine", "FROM alpine"));

    [Fact]
    public void FROM_knows_stages_by_their_lower_case_names_only()
    {
        Assert.Equal(["1: Base alpine:latest for linux/amd64"], InputsOf("FROM alpine AS Base", "FROM base"));
        Assert.Equal(
            ["2:6: 'Base' is neither a stage nor the name of an image."],
            ProblemsOf("FROM alpine AS base", "FROM Base"));
    }

    [Fact]
    public void COPY_takes_from_a_stage_by_name_in_any_case_or_number_and_else_from_an_image() => Assert.Equal(
        [
            "1: Base one:latest for linux/amd64",
            "2: Base two:latest for linux/amd64",
            "6: CopySource busybox:1.37 for linux/amd64",
        ],
        InputsOf(
            "FROM one AS Build", "FROM two", "FROM scratch",
            "COPY --from=bUILD /a /a", "COPY --from=1 /b /b", "COPY --from=busybox:1.37 /c /c", "COPY /d /d"));

    [Fact]
    public void COPY_from_a_number_without_a_stage_is_no_image() => Assert.Equal(
        ["2:13: There is no stage 7; they are counted from 0.", "3:13: There is no stage -1; they are counted from 0."],
        ProblemsOf("FROM scratch", "COPY --from=7 / /", "COPY --from=-1 / /"));

    [Fact]
    public void COPY_from_nothing_is_from_the_context() => Assert.Empty(InputsOf("FROM scratch", "COPY --from= /a /a"));

    [Fact]
    public void Mounts_take_from_stages_and_images_but_not_by_number() => Assert.Equal(
        [
            "1: Base one:latest for linux/amd64",
            "2: Base two:latest for linux/amd64",
            "4: MountSource busybox:1.37 for linux/amd64",
            "6: MountSource 0:latest for linux/amd64",
        ],
        InputsOf(
            "FROM one AS tools", "FROM two", "RUN --mount=from=tools,target=/t a",
            "RUN --mount=type=bind,from=busybox:1.37,target=/a --mount=type=cache,target=/b \\", "  b",
            "RUN --mount=from=0,target=/c c"));

    [Fact]
    public void Mounts_from_nowhere_take_nothing() => Assert.Empty(InputsOf(
        "FROM scratch",
        "RUN --mount=target=/a --mount=type=cache,target=/b --mount=type=secret,id=c --mount=type=tmpfs,target=/d e",
        "RUN --mount=from=,target=/a b",
        "RUN --mount=from=scratch,target=/a b"));

    [Fact]
    public void Scratch_is_nothing_unless_a_stage_is_called_so()
    {
        Assert.Empty(InputsOf("FROM scratch", "COPY --from=scratch / /"));
        Assert.Equal(["1: Base alpine:latest for linux/amd64"], InputsOf("FROM alpine AS scratch", "FROM scratch"));
    }

    [Fact]
    public void One_line_that_names_an_image_twice_is_one_input() => Assert.Equal(
        ["2: MountSource a:latest for linux/amd64", "3: MountSource a:latest for linux/amd64"],
        InputsOf("FROM scratch", "RUN --mount=from=a,target=/x --mount=from=a,target=/y a", "RUN --mount=from=a,target=/z b"));

    [Fact]
    public void A_reference_with_a_digest_keeps_it()
    {
        var digest = "sha256:" + new string('a', 64);

        Assert.Equal(
            [$"1: Base alpine:3.22@{digest} for linux/amd64", $"2: CopySource alpine@{digest} for linux/amd64"],
            InputsOf($"FROM alpine:3.22@{digest}", $"COPY --from=alpine@{digest} / /"));
    }

    [Fact]
    public void The_program_that_reads_the_file_runs_where_BuildKit_runs()
    {
        var target = Amd64 with { Platform = Platform.LinuxArm64 };

        Assert.Equal(
            ["1: Frontend docker/dockerfile:1 for linux/amd64", "2: Base alpine:latest for linux/arm64"],
            InputsOf(target, "# syntax=docker/dockerfile:1 --flag", "FROM alpine"));
    }

    [Fact]
    public void A_build_argument_takes_the_place_of_the_syntax_directive()
    {
        var target = WithArgs(("BUILDKIT_SYNTAX", " example.com/frontend:2 --flag"));

        Assert.Equal(
            ["1: Frontend example.com/frontend:2 for linux/amd64"], InputsOf(target, "# syntax=docker/dockerfile:1", "FROM scratch"));
        Assert.Equal(["1: Frontend example.com/frontend:2 for linux/amd64"], InputsOf(target, "FROM scratch"));
    }

    [Fact]
    public void Triggers_run_in_the_stage_that_is_made_from_theirs_and_no_further() => Assert.Equal(
        ["1: Base one:latest for linux/amd64", "2: CopySource tools:latest for linux/amd64"],
        InputsOf("FROM one AS base", "ONBUILD COPY --from=tools /a /a", "ONBUILD RUN b", "FROM base AS middle", "FROM middle"));

    [Fact]
    public void Triggers_do_not_run_where_they_are_written()
    {
        string[] lines = ["FROM one AS base", "ONBUILD COPY --from=tools /a /a", "ONBUILD RUN b", "FROM base AS middle", "FROM middle"];

        Assert.Equal(["1: Base one:latest for linux/amd64"], InputsOf(Amd64 with { Stage = "base" }, lines));
        Assert.Empty(Read(Amd64 with { Stage = "base" }, lines).RunSteps);
        Assert.Equal([3], Read(Amd64, lines).RunSteps.Select(x => x.Line));
    }

    [Fact]
    public void Steps_tell_their_line_their_text_and_their_network()
    {
        var steps = Read(
            Amd64, "FROM one", "RUN a \\", "  b", "RUN --network=none c", "RUN --network=host <<END", "d", "END").RunSteps;

        Assert.Equal(
            [(2, "RUN a   b", "default"), (4, "RUN c", "none"), (5, "RUN <<END", "host")],
            steps.Select(x => (x.Line, x.Text, x.Network)));
    }

    [Fact]
    public void Steps_run_on_the_platform_of_their_stage_or_of_the_one_that_it_goes_on_from()
    {
        var steps = Read(
            Amd64 with { Platform = Platform.LinuxArm64 },
            "FROM --platform=$BUILDPLATFORM one AS build", "RUN a", "FROM build AS more", "RUN b", "FROM two", "COPY --from=more /a /a", "RUN c").RunSteps;

        Assert.Equal(
            [(2, Platform.LinuxAmd64), (4, Platform.LinuxAmd64), (7, Platform.LinuxArm64)], steps.Select(x => (x.Line, x.Platform)));
    }

    [Fact]
    public void A_target_that_is_not_there_is_a_problem() => Assert.Equal(
        ["1:1: There is no stage 'later'."], ProblemsOf(Amd64 with { Stage = "later" }, "FROM alpine AS base"));

    [Theory]
    [InlineData("")]
    [InlineData("FROM")]
    [InlineData("FROM # nothing")]
    [InlineData("COPY --from")]
    [InlineData("FROM a AS\nFROM b AS c d\nONBUILD")]
    [InlineData("FROM a\nONBUILD ONBUILD RUN b\nADD\nARG\nENV\nRUN --mount\nRUN --mount=\nCOPY --from=$")]
    public void A_broken_file_is_never_an_exception(string text) => Read(Amd64, text);

    [Fact]
    public void A_file_without_a_stage_is_a_problem() => Assert.Equal(["1:1: There is no FROM."], ProblemsOf("ARG A"));

    [Fact]
    public void Stages_that_copy_from_each_other_are_read_once_each() => Assert.Equal(
        ["1: Base one:latest for linux/amd64", "4: https://example.com/x.tgz", "5: CopySource two:latest for linux/amd64"],
        InputsOf(
            "FROM one AS a", "COPY --from=b / /", "FROM a AS b", "ADD https://example.com/x.tgz /",
            "COPY --from=two / /", "COPY --from=b / /", "FROM b"));

    [Fact]
    public void Thirty_thousand_stages_are_read_without_running_out_of_stack()
    {
        var stages = Enumerable.Range(1, 30_000).Select(x => $"FROM s{x - 1} AS s{x}\nCOPY --from=s{x - 1} / /");

        Assert.Equal(["1: Base one:latest for linux/amd64"], InputsOf(["FROM one AS s0", .. stages]));
    }
}
