using Kiln.Dockerfiles.Inputs;

namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class ImageInputTests
{
    [Fact]
    public void Images_come_from_FROM_and_COPY_and_mounts_and_the_syntax()
    {
        var inputs = InputLines.Of("""
            # syntax=docker/dockerfile:1 some arguments
            FROM golang:1.24 AS build
            RUN --mount=type=bind,from=tools:2,target=/t --mount=type=cache,target=/c true
            FROM scratch
            COPY --from=build /a /a
            COPY --from=busybox /b /b
            """);

        Assert.Equal(
            [
                "Frontend docker/dockerfile:1 linux/amd64 :1",
                "Base golang:1.24 linux/amd64 :2",
                "MountSource tools:2 linux/amd64 :3",
                "CopySource busybox:latest linux/amd64 :6",
            ],
            inputs);
    }

    [Fact]
    public void A_stage_that_the_target_does_not_need_takes_nothing()
    {
        const string text = "FROM a AS one\nFROM b AS two\nFROM one AS three\nFROM c\n";

        Assert.Equal(["Base a:latest linux/amd64 :1"], InputLines.Of(text, InputLines.Target with { Stage = "three" }));
        Assert.Equal(["Base c:latest linux/amd64 :4"], InputLines.Of(text));
    }

    [Fact]
    public void A_stage_is_copied_from_by_name_in_any_case_and_by_number()
    {
        var inputs = InputLines.Of("FROM a AS One\nFROM b\nFROM scratch\nCOPY --from=ONE /x /x\nCOPY --from=1 /y /y\n");

        Assert.Equal(["Base a:latest linux/amd64 :1", "Base b:latest linux/amd64 :2"], inputs);
    }

    [Fact]
    public void A_mount_knows_no_numbers()
    {
        var inputs = InputLines.Of("FROM a\nFROM scratch\nRUN --mount=from=0,target=/x true\n");

        Assert.Equal(["MountSource 0:latest linux/amd64 :3"], inputs);
    }

    [Fact]
    public void FROM_sees_only_the_stages_above_it()
    {
        var inputs = InputLines.Of("FROM later AS first\nFROM scratch AS later\nFROM first\n");

        Assert.Equal(["Base later:latest linux/amd64 :1"], inputs);
    }

    [Fact]
    public void An_argument_above_the_first_stage_names_a_base_and_a_build_argument_wins()
    {
        const string text = "ARG VERSION=1.24\nARG FLAVOUR=-${VERSION}x\nFROM golang:${VERSION}${FLAVOUR:-y}\n";

        Assert.Equal(["Base golang:1.24-1.24x linux/amd64 :3"], InputLines.Of(text));
        Assert.Equal(
            ["Base golang:1.25-1.25x linux/amd64 :3"],
            InputLines.Of(text, InputLines.Target with { BuildArgs = [new("VERSION", "1.25")] }));
    }

    [Fact]
    public void A_base_may_be_for_another_platform_than_the_image()
    {
        const string text = """
            FROM --platform=$BUILDPLATFORM golang AS build
            FROM --platform=linux/riscv64 tools AS tools
            FROM --platform=${TARGETPLATFORM} base
            COPY --from=build /a /a
            COPY --from=tools /b /b
            COPY --from=other /c /c
            """;

        var inputs = InputLines.Of(text, new BuildTarget(Platform.LinuxArm64) { BuildPlatform = Platform.LinuxS390X });

        Assert.Equal(
            [
                "Base golang:latest linux/s390x :1",
                "Base tools:latest linux/riscv64 :2",
                "Base base:latest linux/arm64 :3",
                "CopySource other:latest linux/arm64 :6",
            ],
            inputs);
    }

    [Fact]
    public void A_build_argument_takes_the_place_of_the_syntax()
    {
        var target = InputLines.Target with { BuildArgs = [new("BUILDKIT_SYNTAX", "example.com/own:2")] };

        Assert.Equal(["Frontend example.com/own:2 linux/amd64 :1"], InputLines.Of("# syntax=docker/dockerfile:1\nFROM scratch\n", target));
        Assert.Equal(["Frontend example.com/own:2 linux/amd64 :1"], InputLines.Of("FROM scratch\n", target));
    }

    [Fact]
    public void Triggers_of_a_stage_run_in_the_one_that_is_made_from_it()
    {
        var inputs = InputLines.Of("FROM scratch AS base\nONBUILD COPY --from=tools /t /t\nFROM base\n");

        Assert.Equal(["CopySource tools:latest linux/amd64 :2"], inputs);
    }

    [Fact]
    public void Stages_that_copy_from_each_other_do_not_go_round_for_ever()
    {
        var inputs = InputLines.Of("FROM a AS one\nCOPY --from=two /x /x\nFROM one AS two\nCOPY --from=one /y /y\n");

        Assert.Equal(["Base a:latest linux/amd64 :1"], inputs);
    }

    [Fact]
    public void Other_images_of_the_build_are_no_inputs()
    {
        var target = InputLines.Target with { NamedContexts = ["base", "team/tools", "unused"] };

        var found = InputLines.Read("FROM base:latest AS x\nFROM x\nCOPY --from=docker.io/team/tools /t /t\nCOPY --from=base:2 /u /u\n", target);

        Assert.Equal(["base", "team/tools"], found.UsedContexts);
        Assert.Equal("base:2", Assert.IsType<ExternalInput.Image>(Assert.Single(found.Inputs)).Reference.Familiar);
    }

    [Fact]
    public void A_context_takes_the_place_of_the_stage_with_its_name()
    {
        var found = InputLines.Read("FROM golang AS build\nFROM scratch\nCOPY --from=build /a /a\n", InputLines.Target with { NamedContexts = ["build"] });

        Assert.Equal(["build"], found.UsedContexts);
        Assert.Empty(found.Inputs);
    }

    [Fact]
    public void Steps_are_listed_with_the_network_that_they_ask_for()
    {
        var found = InputLines.Read("FROM a\nRUN one \\\n  more\nRUN --network=none two\nRUN --network=host three\nFROM b AS other\nRUN four\n", InputLines.Target with { Stage = "0" });

        Assert.Equal(
            [new RunStep(2, "RUN one   more", "default"), new RunStep(4, "RUN two", "none"), new RunStep(5, "RUN three", "host")],
            found.RunSteps);
    }
}
