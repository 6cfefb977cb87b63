using Kiln.Caching.Mounts;
using Kiln.Dockerfiles;

namespace Kiln.Tests.Caching.Mounts;

public sealed class CacheMountsTests
{
    static readonly ImageSpec Api = new("api", "/src");

    [Fact]
    public void A_mount_is_called_by_its_id_else_by_its_cleaned_target() => Assert.Equal(
        ["type=cache,id=/root/.cache/go-build", "type=cache,id=go-mod"],
        MountsOf("""
            FROM golang:1.24
            RUN --mount=type=cache,target=/root//.cache/./go-build/ --mount=type=cache,id=go-mod,dst=/go/pkg/mod go build
            """));

    [Fact]
    public void Variables_of_the_stage_are_put_in() => Assert.Equal(
        ["type=cache,id=/home/me/.npm", "type=cache,id=npm-arm64,uid=1000"],
        MountsOf(
            """
            FROM node:22 AS first
            ENV HOME=/home/me
            FROM first
            ARG TARGETARCH OWNER
            RUN --mount=type=cache,target=$HOME/.npm npm ci
            RUN --mount=type=cache,id=npm-$TARGETARCH,target=/npm,uid=${OWNER} npm ci
            """,
            Api with { Platforms = [Platform.LinuxArm64], BuildArgs = [new("OWNER", "1000")] }));

    [Fact]
    public void Owner_and_mode_are_part_of_what_a_mount_is_and_sharing_is_not() => Assert.Equal(
        ["type=cache,id=/c", "type=cache,id=/c,uid=1000,gid=1001,mode=0700"],
        MountsOf("""
            FROM golang:1.24
            RUN --mount=type=cache,target=/c go build
            RUN --mount=type=cache,target=/c,sharing=locked go build
            RUN --mount=type=cache,target=/c,uid=1000,gid=1001,mode=0700 go build
            """));

    [Fact]
    public void Stages_that_the_image_does_not_use_do_not_count() => Assert.Equal(
        ["type=cache,id=/used"],
        MountsOf("""
            FROM golang:1.24 AS unused
            RUN --mount=type=cache,target=/unused go build
            FROM golang:1.24 AS used
            RUN --mount=type=cache,target=/used go build
            FROM scratch
            COPY --from=used /a /a
            """));

    [Fact]
    public void All_platforms_have_one_list() => Assert.Equal(
        ["type=cache,id=amd64", "type=cache,id=arm64", "type=cache,id=both"],
        MountsOf(
            """
            FROM golang:1.24
            ARG TARGETARCH
            RUN --mount=type=cache,id=$TARGETARCH,target=/a --mount=type=cache,id=both,target=/b go build
            """,
            Api with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] }));

    [Fact]
    public void What_cannot_be_named_again_is_left_out_and_says_why() => Assert.Equal(
        [
            "the cache mount '/a' of line 3 is not kept: it begins with what lies in 'first'",
            "the cache mount '/.cache' of line 4 is not kept: what it is called depends on 'HOME'",
            "the cache mount '/with blank' of line 5 is not kept: its options hold more than letters, digits and '/._:@+~-'",
        ],
        Read("""
            FROM alpine AS first
            FROM alpine
            RUN --mount=type=cache,target=/a,from=first true
            RUN --mount=type=cache,target=$HOME/.cache true
            RUN --mount=type=cache,target="/with blank" true
            """).LeftOut);

    [Fact]
    public void The_shell_is_what_a_stage_with_a_mount_starts_from()
    {
        var mounts = Read("""
            FROM alpine:3.22 AS other
            FROM --platform=$BUILDPLATFORM golang:1.24 AS base
            FROM base AS build
            RUN --mount=type=cache,target=/c go build
            FROM scratch
            COPY --from=build /a /a
            COPY --from=other /b /b
            """, Api with { Platforms = [Platform.LinuxArm64] });

        Assert.Equal("golang:1.24 for linux/amd64", $"{mounts.Shell!.Reference.Familiar} for {mounts.Shell.Platform}");
    }

    [Fact]
    public void A_step_without_a_shell_promises_none() => Assert.Null(Read("""
        FROM gcr.io/distroless/tool
        RUN --mount=type=cache,target=/c ["/tool"]
        """).Shell);

    [Fact]
    public void Another_image_of_the_build_is_no_shell()
    {
        var mounts = CacheMounts.Of(
            Api, Dockerfile.Parse("FROM base\nRUN --mount=type=cache,target=/c make\n"), [Api, new ImageSpec("base", "/base")], Platform.LinuxAmd64);

        Assert.Single(mounts.Mounts);
        Assert.Null(mounts.Shell);
    }

    [Fact]
    public void The_namespace_is_a_build_argument() => Assert.Equal(
        "shop",
        Read("FROM alpine", Api with { BuildArgs = [new("BUILDKIT_CACHE_MOUNT_NS", "shop")] }).Namespace);

    static IEnumerable<string> MountsOf(string dockerfile, ImageSpec? image = null) => Read(dockerfile, image).Mounts.Select(x => x.ToString());

    static CacheMounts Read(string dockerfile, ImageSpec? image = null) =>
        CacheMounts.Of(image ?? Api, Dockerfile.Parse(dockerfile), [image ?? Api], Platform.LinuxAmd64);
}
