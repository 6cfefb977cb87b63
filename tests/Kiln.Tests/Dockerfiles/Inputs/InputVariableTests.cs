using Kiln.Dockerfiles.Inputs;
using static Kiln.Tests.Dockerfiles.Inputs.InputReading;

namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class InputVariableTests
{
    static readonly BuildTarget Arm64 = Amd64 with { Platform = Platform.LinuxArm64 };

    [Fact]
    public void FROM_sees_the_defaults_above_the_first_stage() =>
        Assert.Equal(["2: Base golang:1.24 for linux/amd64"], InputsOf("ARG VERSION=1.24", "FROM golang:$VERSION"));

    [Fact]
    public void A_build_argument_wins_over_a_default() => Assert.Equal(
        ["2: Base golang:1.25 for linux/amd64"],
        InputsOf(WithArgs(("VERSION", "1.25")), "ARG VERSION=1.24", "FROM golang:$VERSION"));

    [Fact]
    public void A_build_argument_that_nothing_declares_is_not_seen() => Assert.Equal(
        ["1: Base golang:latest for linux/amd64"],
        InputsOf(WithArgs(("VERSION", ":1.25")), "FROM golang$VERSION"));

    [Fact]
    public void A_default_may_name_what_stands_above_it() => Assert.Equal(
        ["3: Base golang:1.24-alpine for linux/amd64"],
        InputsOf("ARG VERSION=1.24 FLAVOUR=alpine", "ARG TAG=\"$VERSION-${FLAVOUR}\"", "FROM golang:$TAG"));

    [Fact]
    public void A_word_may_have_a_default_of_its_own() => Assert.Equal(
        ["2: Base golang:1.24 for linux/amd64"], InputsOf("ARG VERSION", "FROM golang:${VERSION:-1.24}"));

    [Fact]
    public void FROM_does_not_see_what_a_stage_declares() => Assert.Equal(
        ["1: Base one:latest for linux/amd64", "3: Base two:latest for linux/amd64"],
        InputsOf("FROM one AS a", "ARG TAG=:9", "FROM two$TAG", "COPY --from=a / /"));

    [Fact]
    public void FROM_takes_a_stage_by_a_variable() => Assert.Equal(
        ["2: Base one:latest for linux/amd64"],
        InputsOf("ARG MODE=release", "FROM one AS release", "FROM two AS debug", "FROM $MODE"));

    [Theory]
    [InlineData("$BUILDPLATFORM", "linux/amd64")]
    [InlineData("$TARGETPLATFORM", "linux/arm64")]
    [InlineData("${TARGETOS}/${TARGETARCH}", "linux/arm64")]
    [InlineData("linux/arm/v7", "linux/arm/v7")]
    [InlineData("linux/arm64/v8", "linux/arm64")]
    [InlineData("$MINE", "linux/s390x")]
    public void A_stage_may_say_its_platform(string platform, string expected) => Assert.Equal(
        [$"2: Base one:latest for {expected}"],
        InputsOf(Arm64, "ARG MINE=linux/s390x", $"FROM --platform={platform} one"));

    [Fact]
    public void What_is_copied_from_an_image_is_for_the_targets_platform() => Assert.Equal(
        [
            "1: Base one:latest for linux/amd64",
            "2: CopySource two:latest for linux/arm64",
            "3: MountSource three:latest for linux/arm64",
        ],
        InputsOf(Arm64, "FROM --platform=$BUILDPLATFORM one", "COPY --from=two / /", "RUN --mount=from=three,target=/a b"));

    [Fact]
    public void A_build_argument_wins_over_what_describes_the_platform() => Assert.Equal(
        ["1: Base one:s390x for linux/arm64"],
        InputsOf(Arm64 with { BuildArgs = [new("TARGETARCH", "s390x")] }, "FROM one:$TARGETARCH"));

    [Fact]
    public void FROM_knows_the_stage_that_is_asked_for() => Assert.Equal(
        ["1: Base one:wanted for linux/amd64"],
        InputsOf(Amd64 with { Stage = "wanted" }, "FROM one:$TARGETSTAGE AS wanted", "FROM two AS last"));

    [Fact]
    public void A_variable_without_a_value_leaves_no_image() => Assert.Equal(
        ["2:6: '$IMAGE' names no image: a variable in it has no value. Give its ARG, above the first FROM, a default."],
        ProblemsOf("ARG IMAGE", "FROM $IMAGE"));

    [Fact]
    public void A_name_that_is_spoilt_by_a_variable_is_shown_as_it_is_written_and_as_it_is() => Assert.Equal(
        ["1:6: 'golang:$VERSION' is 'golang:' here, which is neither a stage nor the name of an image."],
        ProblemsOf("FROM golang:$VERSION"));

    [Fact]
    public void A_word_that_cannot_be_read_is_a_problem() => Assert.Equal(
        ["1:7: '${' cannot be read: a '}' is missing", "2:6: '${B' cannot be read: a '}' is missing"],
        ProblemsOf("ARG A=${", "FROM ${B"));

    [Theory]
    [InlineData("$NONE", "1:17: '$NONE' is '' here, which is no platform.")]
    [InlineData("${A", "1:17: '${A' cannot be read: a '}' is missing")]
    [InlineData("linux/vax", "1:17: 'linux/vax' is 'linux/vax' here, which is no platform.")]
    public void A_platform_that_is_none_is_a_problem(string platform, string problem) =>
        Assert.Equal([problem], ProblemsOf($"FROM --platform={platform} one"));

    [Fact]
    public void Neither_COPY_nor_mounts_take_variables() => Assert.Equal(
        [
            "3:13: '$A' is neither a stage nor the name of an image.",
            "4:18: '$A' is neither a stage nor the name of an image.",
        ],
        ProblemsOf("ARG A=one", "FROM scratch", "COPY --from=$A / /", "RUN --mount=from=$A,target=/a b"));
}
