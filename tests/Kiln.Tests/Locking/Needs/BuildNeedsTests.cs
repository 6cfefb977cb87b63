using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Locking.Needs;

namespace Kiln.Tests.Locking.Needs;

public sealed class BuildNeedsTests : IDisposable
{
    const string Commit = "0d1847490b448a17eb347e5e357f2c0478df87ad";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, string dockerfile)
    {
        _folder.Write($"{name}/Dockerfile", dockerfile);
        return new ImageSpec(name, _folder[name]);
    }

    BuildNeeds Read(params ImageSpec[] images) => BuildNeeds.Of([.. images], Platform.LinuxAmd64, _folder.Path);

    static string[] Lines(BuildNeeds needs) => [.. needs.Required.Select(x => x is RequiredInput.Image image ? $"{x.Key} {image.Platform} {x.Place}" : $"{x.Key} {x.Place}")];

    [Fact]
    public void Each_platform_needs_its_base_and_each_line_is_named()
    {
        var app = Image("app", "FROM golang:1.24\n") with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] };
        var other = Image("sub/other", "FROM scratch\nCOPY --from=golang:1.24 /x /x\n");

        var needs = Read(app, other);

        Assert.Equal(
            [
                "docker.io/library/golang:1.24 linux/amd64 app/Dockerfile:1",
                "docker.io/library/golang:1.24 linux/arm64 app/Dockerfile:1",
                "docker.io/library/golang:1.24 linux/amd64 sub/other/Dockerfile:2",
            ],
            Lines(needs));
    }

    [Fact]
    public void A_stage_that_is_measured_is_needed_too()
    {
        var app = Image("app", "FROM a AS big\nFROM b\n");

        Assert.Equal(["docker.io/library/b:latest linux/amd64 app/Dockerfile:2"], Lines(Read(app)));
        Assert.Contains("docker.io/library/a:latest linux/amd64 app/Dockerfile:1", Lines(Read(app with { SingleStage = "big" })));
    }

    [Fact]
    public void What_a_Dockerfile_pins_itself_is_not_required()
    {
        var needs = Read(Image("app", $"""
            FROM scratch
            ADD --checksum=sha256:{new string('a', 64)} https://example.com/a /a
            ADD https://github.com/a/b.git#{Commit} /b
            ADD https://github.com/a/b.git#main /c
            ADD https://github.com/a/b.git?tag=v1&checksum={Commit} /d
            """));

        Assert.Equal(["https://github.com/a/b.git#main app/Dockerfile:4"], Lines(needs));
        Assert.Equal(
            [
                new PinnedSource.Url("https://example.com/a", null),
                new PinnedSource.Git($"git://github.com/a/b.git#{Commit}", $"git://github.com/a/b.git#{Commit}"),
                new PinnedSource.Git("git://github.com/a/b.git#refs/tags/v1", "git://github.com/a/b.git#refs/tags/v1"),
            ],
            needs.SelfPinned);
    }

    [Fact]
    public void Steps_have_a_network_unless_the_image_or_the_step_has_none()
    {
        var app = Image("app", "FROM a\nRUN one\nRUN --network=none two\nRUN --network=host three\n");

        Assert.Equal([true, false, true], Read(app).Steps.Select(x => x.HasNetwork));
        Assert.Equal([false, false, true], Read(app with { Network = BuildNetwork.None }).Steps.Select(x => x.HasNetwork));
    }

    [Fact]
    public void What_BuildKit_would_object_to_is_told_with_line_and_column()
    {
        var needs = Read(Image("app", "FROM a\nRUNN x\n"));

        Assert.StartsWith("app/Dockerfile:2:1: ", Assert.Single(needs.Objections));
        Assert.Contains("'RUN'", needs.Objections[0]);
    }

    [Fact]
    public void Everything_that_cannot_be_known_is_one_message()
    {
        var error = Assert.Throws<KilnException>(() => Read(
            Image("app", "FROM $BASE\n"),
            Image("other", "FROM scratch\nADD https://me:secret@example.com/a.git /a\n")));

        Assert.Equal("KILN6006", error.Code);
        Assert.Equal(
            """
            What the build takes from outside cannot be known:
              app/Dockerfile:1: '$BASE' names no image: a variable in it has no value. Give its ARG, above the first FROM, a default.
              other/Dockerfile:2: the address of a repository holds a password, which the lock would publish. Give it to the build as a secret.
            """,
            error.Message);
    }
}
