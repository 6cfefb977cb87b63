using System.Text;
using Kiln.Buildx;
using Kiln.Buildx.Progress;
using Kiln.Receipts;

namespace Kiln.Tests.Buildx;

public sealed class ImageWorkTests
{
    static readonly ImageSpec App = new("team/app", "app");
    static readonly ImageSpec Build = new("build", "build");

    [Fact]
    public async Task Steps_belong_to_the_image_whose_target_they_name_also_to_that_of_its_single_stage()
    {
        var log = await LogAsync(
            ("[team-SLASH-app linux/amd64 build 2/3] RUN a", 10, false),
            ("[team-SLASH-app-SINGLE-STAGE linux/amd64 build 3/3] RUN b", 5, false),
            ("[team-SLASH-app linux/amd64->arm64 build 3/3] RUN c", 1, true),
            ("[build 2/2] COPY . .", 2, false),
            ("[team-SLASH-app internal] load build context", 9, false));

        Assert.Equal(new WorkReceipt(3, 1, 20) { SecondsSpent = 15 }, Of(log, App, App, Build));
        Assert.Equal(new WorkReceipt(1, 0, 20) { SecondsSpent = 2 }, Of(log, Build, App, Build));
    }

    [Fact]
    public async Task Without_a_target_they_belong_to_the_only_image()
    {
        var log = await LogAsync(("[linux/amd64 build 2/3] RUN a", 10, false), ("[stage-1 2/2] COPY a b", 1, true));

        Assert.Equal(new WorkReceipt(2, 1, 20) { SecondsSpent = 10 }, Of(log, App, App));
    }

    static WorkReceipt Of(BuildLog log, ImageSpec image, params ImageSpec[] images)
    {
        string[] Names(ImageSpec x) => [BakePlan.NameOf(x), BakePlan.SingleStageNameOf(x)];
        var targets = images
            .SelectMany(x => Names(x).Select(y => (Image: x, Target: BakeSamples.Target with { Name = y })))
            .ToLookup(x => x.Image, x => x.Target);
        return new ImageWork(log, targets, images, TimeSpan.FromSeconds(20)).Of(image);
    }

    static async Task<BuildLog> LogAsync(params (string Name, int Seconds, bool IsCached)[] steps)
    {
        var vertexes = steps.Select((x, i) =>
            $$"""{"digest":"sha256:{{i}}","name":"{{x.Name}}","started":"2026-11-25T10:00:00Z","completed":"2026-11-25T10:00:{{x.Seconds:00}}Z","cached":{{(x.IsCached ? "true" : "false")}}}""");
        var log = new BuildLog();
        await log.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"vertexes":[{{string.Join(',', vertexes)}}]}""")), CancellationToken.None);
        return log;
    }
}
