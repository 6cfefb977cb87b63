using Kiln.Buildx;
using Kiln.Images;
using Kiln.Locking.Needs;
using Kiln.Oci;
using Kiln.Tests.Oci;

namespace Kiln.Tests.Buildx;

public sealed class NamedContextTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ImageSpec Image(string name, params string[] lines)
    {
        _folder.Write($"{name}/Dockerfile", string.Join('\n', lines));
        return new ImageSpec(name, _folder[name]);
    }

    string Layout()
    {
        var layout = new TestLayout(_folder["layout"]);
        layout.WriteIndex(layout.Image("amd64", "content"));
        return _folder["layout"];
    }

    KilnException Refusal(params ImageSpec[] images) =>
        Assert.Throws<KilnException>(() => ImageChecks.Require([.. images], Platform.LinuxAmd64));

    [Fact]
    public void Each_kind_is_written_as_bake_takes_it_where_the_Dockerfile_uses_it()
    {
        _folder.Write("shared/note", "note");
        var layout = Layout();
        var app = Image("app", "FROM alpine:3", "COPY --from=shared / /", "COPY --from=tools / /", "COPY --from=other / /") with
        {
            NamedContexts =
            [
                new("alpine:3", BuildContext.OfImage("harbor.example.com/alpine:3.22")),
                new("shared", BuildContext.OfFolder(_folder["shared"])),
                new("tools", BuildContext.OfLayout(layout)),
                new("other", BuildContext.OfBuilt("base")),
                new("unused", BuildContext.OfFolder(_folder["shared"])),
            ],
        };
        var request = BakeSamples.Request(_folder.Path, app, Image("base", "FROM scratch"));

        ImageChecks.Require(request.Images, Platform.LinuxAmd64);
        var targets = BakePlan.Targets(request, ImageGraph.Of(request.Images, Platform.LinuxAmd64)).SelectMany(x => x);
        var json = new BakeDefinition([.. targets]).ToJson().Replace(_folder.Path, "/root")
            .Replace(OciLayout.Open(layout).Root.Digest.ToString(), "sha256:of-the-layout");

        Snapshot.Matches(json, "named-contexts.json");
    }

    [Fact]
    public void An_image_is_locked_for_the_platforms_that_it_is_used_for()
    {
        var app = Image("app", "FROM --platform=$BUILDPLATFORM tools AS one", "FROM scratch", "COPY --from=one / /", "COPY --from=tools / /") with
        {
            Platforms = [Platform.LinuxArm64],
            NamedContexts = [new("tools", BuildContext.OfImage("alpine"))],
        };

        var needs = BuildNeeds.Of([app], Platform.LinuxAmd64, _folder.Path);

        Assert.Equal(
            [
                "image 'app', named context 'tools': docker.io/library/alpine:latest for linux/amd64",
                "image 'app', named context 'tools': docker.io/library/alpine:latest for linux/arm64",
            ],
            needs.Required.Select(x => $"{x.Place}: {x.Key} for {((Kiln.Locking.RequiredInput.Image)x).Platform}").Order());
    }

    [Fact]
    public void It_takes_the_place_of_a_stage_whose_inputs_then_do_not_count()
    {
        var app = Image("app", "FROM golang:1.24 AS build", "RUN x", "FROM scratch", "COPY --from=build / /") with
        {
            NamedContexts = [new("build", BuildContext.OfFolder(_folder["app"]))],
        };

        var needs = BuildNeeds.Of([app], Platform.LinuxAmd64, _folder.Path);

        Assert.Empty(needs.Required);
        Assert.Empty(needs.Steps);
    }

    [Fact]
    public void Whatever_is_wrong_with_names_and_places_is_said_at_once()
    {
        var app = Image("app", "FROM scratch") with
        {
            NamedContexts =
            [
                new("scratch", BuildContext.OfImage("alpine")),
                new("Tools", BuildContext.OfImage("alpine")),
                new("base", BuildContext.OfImage("alpine")),
                new("a", BuildContext.OfFolder("/nowhere")),
                new("a:latest", BuildContext.OfBuilt("bsae")),
                new("b", BuildContext.OfBuilt("app")),
                new("c", BuildContext.OfLayout(_folder["app"])),
            ],
        };

        var error = Refusal(app, Image("base", "FROM scratch"));

        Assert.Equal("KILN1022", error.Code);
        Assert.Equal(
            [
                "Image 'app': 'a' and 'a:latest' are one name for two contexts. Leave one of them out.",
                "Image 'app': a context cannot be called 'Tools'. Name it as a Dockerfile would an image, in small letters; 'scratch' and 'context' mean something else.",
                "Image 'app': its context 'a' is the folder '/nowhere', which is not there. Correct the path where the image is described.",
                "Image 'app': its context 'a:latest' is the image 'bsae', which this build does not have. Did you mean 'base'?",
                "Image 'app': its context 'b' is the image itself. Name another image of this build.",
                "Image 'app': its context 'base' is called like an image of this build. Give the context another name; the image goes by its own.",
                "Image 'app': its context 'c' is no OCI layout with one image: ",
                "Image 'app': a context cannot be called 'scratch'. Name it as a Dockerfile would an image, in small letters; 'scratch' and 'context' mean something else.",
            ],
            error.Message.Split('\n').Select(x => x.Contains("one image: ") ? x[..(x.IndexOf("one image: ", StringComparison.Ordinal) + 11)] : x));
    }

    [Fact]
    public void A_circle_by_another_name_is_a_circle()
    {
        var one = Image("one", "FROM x") with { NamedContexts = [new("x", BuildContext.OfBuilt("two"))] };

        Assert.Equal("KILN1014", Refusal(one, Image("two", "FROM one")).Code);
    }

    [Theory]
    [InlineData("FROM base AS base")]
    [InlineData("ARG B=base\nFROM ${B}:latest AS base")]
    [InlineData("FROM base AS one\nFROM one AS base")]
    public void A_stage_cannot_hide_the_image_that_the_file_starts_from(string dockerfile)
    {
        var error = Refusal(Image("app", dockerfile), Image("base", "FROM scratch"));

        Assert.Equal("KILN1023", error.Code);
        Assert.Contains(
            "starts from 'base', which is an image of this build and also a stage of the file; BuildKit cannot have both. Rename the stage, or the image.",
            error.Message);
        Assert.StartsWith($"Image 'app': '{_folder["app/Dockerfile"]}', line {(dockerfile[0] == 'A' ? 2 : 1)}, ", error.Message);
    }

    [Theory]
    [InlineData("FROM golang AS base\nFROM base")]
    [InlineData("FROM base:1 AS base")]
    [InlineData("FROM scratch AS base\nFROM scratch\nCOPY --from=base / /")]
    public void A_stage_that_only_has_the_name_does_no_harm(string dockerfile) =>
        ImageChecks.Require([Image("app", dockerfile), Image("base", "FROM scratch")], Platform.LinuxAmd64);

    [Fact]
    public void A_base_of_the_build_must_have_the_platforms_that_it_is_used_for()
    {
        var both = new[] { Platform.LinuxAmd64, Platform.LinuxArm64 };
        var app = Image("app", "FROM base") with { Platforms = [.. both] };
        var cross = Image("cross", "FROM --platform=$BUILDPLATFORM base") with { Platforms = [.. both] };
        var common = Image("base", "FROM scratch");

        var error = Refusal(app, cross, common);

        Assert.Equal("KILN1009", error.Code);
        Assert.Equal(
            "Image 'app' is made from image 'base' for linux/arm64, and that one is for linux/amd64 only. "
            + "Add the platform there, or take it out of image 'app'.",
            error.Message);
        ImageChecks.Require([app, cross, common with { Platforms = [.. both] }], Platform.LinuxAmd64);
        ImageChecks.Require([app, common]);
    }

    [Fact]
    public void A_layout_too()
    {
        var app = Image("app", "FROM tools") with
        {
            Platforms = [Platform.LinuxArm64],
            NamedContexts = [new("tools", BuildContext.OfLayout(Layout()))],
        };

        Assert.StartsWith($"Image 'app' is made from the OCI layout '{_folder["layout"]}' for linux/arm64, and that one is for linux/amd64 only.", Refusal(app).Message);
    }
}
