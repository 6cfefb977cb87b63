using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Inputs;

namespace Kiln.Tests.Dockerfiles.Inputs;

public sealed class ImageOriginTests
{
    static readonly BuildTarget Target = new(Platform.LinuxAmd64) { NamedContexts = ["common"] };

    [Theory]
    [InlineData("FROM alpine:3\nRUN x\nCMD y", "docker.io/library/alpine:3", "RUN CMD")]
    [InlineData("FROM golang AS build\nRUN go\nFROM scratch\nCOPY --from=build /a /\nuser 1", null, "COPY USER")]
    [InlineData("FROM common\nENV A=1", "common", "ENV")]
    [InlineData("ARG V=3\nFROM alpine:$V AS one\nARG X\nRUN a\nFROM one AS two\nLABEL b=c\nFROM two\nRUN d", "docker.io/library/alpine:3", "ARG RUN LABEL RUN")]
    [InlineData("FROM other AS common\nRUN a\nFROM common\nRUN b", "common", "RUN")]
    public void The_stages_that_a_target_continues_lead_to_its_base(string dockerfile, string? from, string keywords)
    {
        var origin = ImageOrigin.Of(Dockerfile.Parse(dockerfile), Target);

        Assert.Equal((from, keywords), (origin?.Base, string.Join(' ', origin!.Keywords)));
    }

    [Fact]
    public void The_platform_and_the_stage_count()
    {
        var dockerfile = Dockerfile.Parse("ARG TARGETARCH\nFROM base-$TARGETARCH AS first\nRUN a\nFROM scratch\n");

        var origin = ImageOrigin.Of(dockerfile, Target with { Platform = Platform.LinuxArm64, Stage = "first" });

        Assert.Equal("docker.io/library/base-arm64:latest", origin?.Base);
    }

    [Theory]
    [InlineData("ARG V\nFROM $V\nRUN a")]
    [InlineData("FROM alpine AS one\nONBUILD RUN a\nFROM one\nRUN b")]
    [InlineData("RUN a")]
    public void What_cannot_be_known_is_not_guessed(string dockerfile) => Assert.Null(ImageOrigin.Of(Dockerfile.Parse(dockerfile), Target));
}
