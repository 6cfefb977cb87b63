using Kiln.Locking;
using Kiln.Locking.Needs;

namespace Kiln.Tests.Locking.Needs;

public sealed class NeedsReaderTests : IDisposable
{
    static readonly string Sum = "sha256:" + new string('a', 64);
    static readonly string Commit = new('c', 40);

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, params string[] lines)
    {
        _folder.Write($"images/{name}/Dockerfile", string.Join('\n', lines));
        return new ImageSpec(name, _folder[$"images/{name}"]);
    }

    BuildNeeds NeedsOf(params ImageSpec[] images) => BuildNeeds.Of([.. images], Platform.LinuxAmd64, _folder.Path);

    IEnumerable<string> RequiredBy(params ImageSpec[] images) => NeedsOf(images).Required.Select(x =>
        $"{x.Place} {x.Key}{(x is RequiredInput.Image image ? $" {image.Platform}" : "")}");

    string RefusalOf(params ImageSpec[] images)
    {
        var error = Assert.Throws<KilnException>(() => NeedsOf(images));
        Assert.Equal("KILN6006", error.Code);
        return error.Message;
    }

    [Fact]
    public void Places_are_named_from_the_root() => Assert.Equal(
        [
            "images/api/Dockerfile:1 docker.io/docker/dockerfile:1 linux/amd64",
            "images/api/Dockerfile:2 docker.io/library/golang:1.24 linux/amd64",
            "images/api/Dockerfile:3 https://example.com/a.tgz",
            "images/api/Dockerfile:4 https://example.com/r.git#v1",
        ],
        RequiredBy(Image(
            "api", "# syntax=docker/dockerfile:1", "FROM golang:1.24", "ADD https://example.com/a.tgz /",
            "ADD https://example.com/r.git#v1:docs /")));

    [Fact]
    public void Every_image_and_platform_counts_and_equal_needs_count_once() => Assert.Equal(
        [
            "images/api/Dockerfile:1 docker.io/library/golang:1.24 linux/amd64",
            "images/api/Dockerfile:2 docker.io/library/alpine:latest linux/amd64",
            "images/api/Dockerfile:2 docker.io/library/alpine:latest linux/arm64",
            "images/web/Dockerfile:1 docker.io/library/alpine:latest linux/amd64",
        ],
        RequiredBy(
            Image("api", "FROM --platform=$BUILDPLATFORM golang:1.24 AS build", "FROM alpine", "COPY --from=build / /") with
            {
                Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
            },
            Image("web", "FROM alpine")));

    [Fact]
    public void The_single_stage_counts_too() => Assert.Equal(
        ["images/api/Dockerfile:2 docker.io/library/alpine:latest linux/amd64", "images/api/Dockerfile:1 docker.io/library/golang:latest linux/amd64"],
        RequiredBy(Image("api", "FROM golang AS single", "FROM alpine") with { SingleStage = "single" }));

    [Fact]
    public void Another_image_of_the_build_is_no_need() => Assert.Equal(
        ["images/base/Dockerfile:1 docker.io/library/alpine:latest linux/amd64"],
        RequiredBy(Image("app", "FROM base"), Image("base", "FROM alpine")));

    [Fact]
    public void The_subdirectory_of_a_repository_is_kept()
    {
        var need = Assert.Single(NeedsOf(Image("api", "FROM scratch", "ADD https://example.com/r.git#v1:docs /")).Required);

        Assert.Equal("docs", Assert.IsType<RequiredInput.Git>(need).Subdirectory);
    }

    [Fact]
    public void What_the_Dockerfile_pins_itself_needs_no_lock()
    {
        var needs = NeedsOf(Image(
            "api", "FROM scratch", $"ADD --checksum={Sum} https://example.com/a.tgz /",
            $"ADD https://example.com/r.git#{Commit} /", $"ADD --checksum={Commit} https://example.com/s.git#v1 /"));

        Assert.Empty(needs.Required);
        Assert.Equal(
            [
                "Url { Address = https://example.com/a.tgz, Checksum =  }",
                $"Git {{ Identifier = git://example.com/r.git#{Commit}, Pinned = git://example.com/r.git#{Commit} }}",
                "Git { Identifier = git://example.com/s.git#v1, Pinned = git://example.com/s.git#v1 }",
            ],
            needs.SelfPinned.Select(x => x.ToString()));
    }

    [Fact]
    public void A_short_commit_pins_nothing() => Assert.Equal(
        ["images/api/Dockerfile:2 https://example.com/r.git#cccccccc"],
        RequiredBy(Image("api", "FROM scratch", "ADD https://example.com/r.git#cccccccc /")));

    [Theory]
    [InlineData("https://me:secret@example.com/r.git#v1", "repository")]
    [InlineData("https://token@example.com/r.git#v1", "repository")]
    [InlineData("https://me:secret@example.com/a.tgz", "download")]
    public void A_password_in_an_address_is_refused_and_not_repeated(string address, string kind) => Assert.Equal(
        "What the build takes from outside cannot be known:\n"
        + $"  images/api/Dockerfile:2: the address of a {kind} holds a password, which the lock would publish. Give it to the build as a secret.",
        RefusalOf(Image("api", "FROM scratch", $"ADD {address} /")));

    [Theory]
    [InlineData("git@example.com:o/r.git#v1")]
    [InlineData("ssh://git@example.com/o/r.git#v1")]
    public void The_user_of_ssh_is_no_secret(string address) =>
        Assert.Equal($"images/api/Dockerfile:2 {address}", Assert.Single(RequiredBy(Image("api", "FROM scratch", $"ADD {address} /"))));

    [Fact]
    public void All_that_cannot_be_known_is_told_at_once_and_once()
    {
        var api = Image("api", "FROM golang:$VERSION", "ADD https://example.com/$FILE /") with
        {
            Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
        };

        Assert.Equal(
            """
            What the build takes from outside cannot be known:
              images/api/Dockerfile:1: 'golang:$VERSION' is 'golang:' here, which is neither a stage nor the name of an image.
              images/api/Dockerfile:2: 'https://example.com/$FILE' cannot be known: this Dockerfile gives no value to 'FILE'. Set it there by ARG or ENV.
              images/web/Dockerfile:2: There is no stage 3; they are counted from 0.
            """,
            RefusalOf(api, Image("web", "FROM scratch", "COPY --from=3 / /")));
    }

    [Theory]
    [InlineData("RUN a", BuildNetwork.Default, true)]
    [InlineData("RUN a", BuildNetwork.None, false)]
    [InlineData("RUN a", BuildNetwork.Host, true)]
    [InlineData("RUN --network=none a", BuildNetwork.Default, false)]
    [InlineData("RUN --network=default a", BuildNetwork.None, false)]
    [InlineData("RUN --network=host a", BuildNetwork.None, true)]
    public void Whether_a_step_has_a_network_is_up_to_itself_and_the_image(string step, BuildNetwork network, bool expected)
    {
        var found = Assert.Single(NeedsOf(Image("api", "FROM scratch", step) with { Network = network }).Steps);

        Assert.Equal(new ImageStep("api", new InputPlace("images/api/Dockerfile", 2), "RUN a", expected), found);
    }

    [Fact]
    public void What_BuildKit_would_object_to_is_told_with_line_and_column() => Assert.Equal(
        ["images/app/Dockerfile:2:1: There is no instruction 'RUNN'. Did you mean 'RUN'?"],
        NeedsOf(Image("app", "FROM a", "RUNN x")).Objections);
}
