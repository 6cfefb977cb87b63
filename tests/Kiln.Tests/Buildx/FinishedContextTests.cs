using Kiln.Buildx;
using Kiln.Images;

namespace Kiln.Tests.Buildx;

public sealed class FinishedContextTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // What it only copies from is a layout; what it starts from is not, by whatever way.
    [InlineData("FROM scratch\nCOPY --from=other /a /a", "layout")]
    [InlineData("FROM scratch\nRUN --mount=from=other,target=/a a", "layout")]
    [InlineData("FROM other AS copied\nRUN a\nFROM scratch\nCOPY --from=copied /a /a", "layout")]
    [InlineData("FROM other", "target")]
    [InlineData("FROM other AS below\nRUN a\nFROM below\nRUN b", "target")]
    [InlineData("FROM other\nCOPY --from=other /a /a", "target")]
    [InlineData("ARG BASE=other\nFROM $BASE\nRUN a", "target")]
    // Here nobody can know: the trigger may start from anything.
    [InlineData("FROM other AS below\nONBUILD RUN a\nFROM below", "target")]
    public void A_finished_image_is_a_layout_for_those_that_do_not_start_from_it(string dockerfile, string expected) =>
        Assert.Equal(expected == "layout" ? $"oci-layout:///layouts/other@{ReceiptSamples.Receipt("other").Digest}" : "target:other", ContextOf(dockerfile, isFinished: true));

    [Fact]
    public void One_that_is_not_finished_is_a_target() =>
        Assert.Equal("target:other", ContextOf("FROM scratch\nCOPY --from=other /a /a", isFinished: false));

    [Fact]
    public void An_image_that_starts_from_it_on_one_platform_has_it_as_a_target_on_all()
    {
        const string dockerfile = "FROM scratch AS base-amd64\nFROM other AS base-arm64\nFROM base-${TARGETARCH}\nCOPY --from=other /a /a";

        Assert.Equal("target:other", ContextOf(dockerfile, isFinished: true, Platform.LinuxAmd64, Platform.LinuxArm64));
    }

    string ContextOf(string dockerfile, bool isFinished, params Platform[] platforms)
    {
        var (top, other) = (Image("top", dockerfile, platforms), Image("other", "FROM scratch"));
        var request = BakeSamples.Request(_folder.Path, top, other);
        var targets = BakePlan.Targets(request, ImageGraph.Of(request.Images, Platform.LinuxAmd64));
        BuiltImage[] finished = isFinished ? [new BuiltImage(other, "/layouts/other", ReceiptSamples.Receipt("other"))] : [];
        return FinishedContexts.Of(request, targets, finished)[top].Single().Contexts["other"];
    }

    ImageSpec Image(string name, string dockerfile, params Platform[] platforms)
    {
        _folder.Write($"{name}/Dockerfile", dockerfile);
        return new ImageSpec(name, _folder[name]) { Platforms = [.. platforms.DefaultIfEmpty(Platform.LinuxAmd64)] };
    }
}
