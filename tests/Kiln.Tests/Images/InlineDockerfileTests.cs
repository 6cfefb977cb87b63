using Kiln.Buildx;
using Kiln.Images;
using Kiln.Locking.Needs;
using Kiln.Tests.Buildx;

namespace Kiln.Tests.Images;

public sealed class InlineDockerfileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Inline(string text, string name = "app") => new(name, _folder.Path) { InlineDockerfile = text };

    [Fact]
    public void Its_text_is_read_wherever_a_file_would_be()
    {
        var (app, common) = (Inline("FROM base\nFROM golang:1.24\nCOPY --from=base / /"), Inline("FROM scratch\nRUN a", "base"));

        var needs = BuildNeeds.Of([app, common], Platform.LinuxAmd64, _folder.Path);

        ImageChecks.Require([app, common]);
        Assert.Equal(["base"], ImageGraph.Of([app, common], Platform.LinuxAmd64).BasesOf(app));
        Assert.Equal("image 'app', inline Dockerfile, line 2", Assert.Single(needs.Required).Place.ToString());
        Assert.Equal("image 'base', inline Dockerfile, line 2", Assert.Single(needs.Steps).Place.ToString());
    }

    [Fact]
    public void Objections_and_unknown_inputs_name_the_image_and_the_line()
    {
        var error = Assert.Throws<KilnException>(() => BuildNeeds.Of([Inline("FROM scratch\n\nFROM $NONE")], Platform.LinuxAmd64, _folder.Path));
        var needs = BuildNeeds.Of([Inline("FROM scratch\nRUNN x\n")], Platform.LinuxAmd64, _folder.Path);

        Assert.Contains("image 'app', inline Dockerfile, line 3: ", error.Message);
        Assert.StartsWith("image 'app', inline Dockerfile, 2:1: ", Assert.Single(needs.Objections));
    }

    [Fact]
    public void A_stage_that_it_has_not_is_told_as_such()
    {
        var error = Assert.Throws<KilnException>(() => ImageChecks.Require([Inline("FROM scratch AS one") with { Stage = "two" }]));

        Assert.Equal("KILN1005", error.Code);
        Assert.Equal("Image 'app': its inline Dockerfile has no stage 'two'. Its stages are 'one'.", error.Message);
    }

    [Fact]
    public void Two_Dockerfiles_and_empty_ones_are_refused_together()
    {
        var error = Assert.Throws<KilnException>(() => ImageChecks.Require(
            [Inline("FROM scratch", "two") with { Dockerfile = "Dockerfile" }, Inline(" \n", "empty")]));

        Assert.Equal("KILN1021", error.Code);
        Assert.Equal(
            "Image 'two' names the Dockerfile 'Dockerfile' and has an InlineDockerfile too. Take one of them out.\n"
            + "Image 'empty': its InlineDockerfile is empty. Write at least a FROM, or leave it out to use the file.",
            error.Message);
    }

    [Fact]
    public void Only_the_ignore_file_of_its_context_counts()
    {
        _folder.Write("Dockerfile.dockerignore", "a");
        var file = new ImageSpec("file", _folder.Path);

        Assert.Equal(_folder["Dockerfile.dockerignore"], file.IgnoreFile());
        Assert.Null(Inline("FROM scratch").IgnoreFile());
        Assert.Equal(_folder.Write(".dockerignore", "b"), Inline("FROM scratch").IgnoreFile());
    }

    [Fact]
    public void It_is_written_to_a_file_of_its_own_for_bake()
    {
        var request = BakeSamples.Request(_folder.Path, Inline("FROM scratch"), Inline("FROM scratch", "team/web"));

        var targets = BakePlan.Targets(request, ImageGraph.Of(request.Images, Platform.LinuxAmd64)).SelectMany(x => x).ToArray();

        Assert.Equal(
            ["build-images/dockerfiles/app/Dockerfile", "build-images/dockerfiles/team-SLASH-web/Dockerfile"],
            targets.Select(x => Path.GetRelativePath(request.Folders.Temporary, x.Dockerfile)));
        Assert.Equal("image 'app', inline Dockerfile", targets[0].DockerfileName);
    }
}
