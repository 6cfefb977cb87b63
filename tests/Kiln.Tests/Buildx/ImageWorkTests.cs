using System.Text;
using Kiln.Buildx;
using Kiln.Buildx.Progress;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Tests.Buildx;

public sealed class ImageWorkTests
{
    static readonly ImageSpec App = new("app", "app");
    static readonly ImageSpec Build = new("build", "build");

    [Fact]
    public async Task Steps_belong_to_the_image_whose_target_they_name_also_to_that_of_its_single_stage()
    {
        var log = await LogAsync(
            ("[app linux/amd64 build 2/3] RUN a", 10, false),
            ("[app-SINGLE-STAGE linux/amd64 build 3/3] RUN b", 5, false),
            ("[app linux/amd64->arm64 build 3/3] RUN c", 1, true),
            ("[build 2/2] COPY . .", 2, false),
            ("[app internal] load build context", 9, false));

        Assert.Equal(new WorkReceipt(3, 1, 20) { SecondsSpent = 15 }, Of(log, App, App, Build));
        Assert.Equal(new WorkReceipt(1, 0, 20) { SecondsSpent = 2 }, Of(log, Build, App, Build));
    }

    [Fact]
    public async Task A_step_of_a_base_is_the_bases_though_both_targets_tell_it()
    {
        var log = await LogAsync(
            ("[build 1/2] COPY a /", 3, false), ("[app 1/2] COPY a /", 3, false), ("[app 1/1] COPY b /", 1, false), ("[other 1/1] COPY b /", 1, false));
        var other = new ImageSpec("other", "app");

        WorkReceipt[] works = [Of(log, Build, Build, App, other), Of(log, App, Build, App, other), Of(log, other, Build, App, other)];

        Assert.Equal([1, 1, 1], works.Select(x => x.Steps));
        Assert.Equal([3, 1, 1], works.Select(x => x.SecondsSpent));
    }

    [Fact]
    public async Task Without_a_target_they_belong_to_the_only_image()
    {
        var log = await LogAsync(("[linux/amd64 build 2/3] RUN a", 10, false), ("[stage-1 2/2] COPY a b", 1, true));

        Assert.Equal(new WorkReceipt(2, 1, 20) { SecondsSpent = 10 }, Of(log, Build, Build));
    }

    // BuildKit leaves target and platform out where there is one only, and calls a step of the context by another digest in each bake.
    [Fact]
    public async Task A_step_that_a_later_bake_found_again_is_one_step_and_ran_if_it_ran_in_any()
    {
        var (both, alone) = (Target("two", null) with { Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64] }, Target("two-SINGLE-STAGE", null));
        var image = new ImageSpec("two", "two") { Platforms = both.Platforms };
        var targets = new[] { both, alone }.ToLookup(_ => image);
        BakeRound[] rounds =
        [
            new(new([both, Target("base", null)]), await LogAsync(
                ("[two linux/amd64 build 2/4] COPY . .", 1, false), ("[two linux/amd64->arm64 build 3/4] RUN a", 9, false), ("[two linux/amd64 build 3/4] RUN a", 5, true))),
            new(new([alone]), await LogAsync(("[build 2/4] COPY . .", 1, true), ("[build 3/4] RUN a", 4, false), ("[build 4/4] RUN b", 2, true))),
        ];

        Assert.Equal(new WorkReceipt(4, 1, 20) { SecondsSpent = 14 }, new ImageWork(rounds, targets, TimeSpan.FromSeconds(20)).Of(image));
    }

    static WorkReceipt Of(BuildLog log, ImageSpec image, params ImageSpec[] images)
    {
        var targets = images.SelectMany(x => TargetsOf(x).Select(y => (Image: x, Target: y))).ToLookup(x => x.Image, x => x.Target);
        var solved = new BakeDefinition(targets.SelectMany(x => x).ToValueList());
        return new ImageWork([new BakeRound(solved, log)], targets, TimeSpan.FromSeconds(20)).Of(image);
    }

    // 'app' is made from 'build', and a single stage is measured beside it, unless it is alone.
    static IEnumerable<BakeTarget> TargetsOf(ImageSpec image) => image == App
        ? [Target("app", "build"), Target("app-SINGLE-STAGE", "build")]
        : [Target(image.Name, null)];

    static BakeTarget Target(string name, string? from) =>
        BakeSamples.Target with { Name = name, Contexts = from is null ? [] : [new(from, $"target:{from}")] };

    // What differs in the target only is one step.
    static string DigestOf(string name) => Digest.OfBytes(Encoding.UTF8.GetBytes(name[(name.IndexOf(' ') + 1)..])).Hex;

    static async Task<BuildLog> LogAsync(params (string Name, int Seconds, bool IsCached)[] steps)
    {
        var vertexes = steps.Select(x =>
            $$"""{"digest":"sha256:{{DigestOf(x.Name)}}","name":"{{x.Name}}","started":"2026-11-25T10:00:00Z","completed":"2026-11-25T10:00:{{x.Seconds:00}}Z","cached":{{(x.IsCached ? "true" : "false")}}}""");
        var log = new BuildLog();
        await log.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"vertexes":[{{string.Join(',', vertexes)}}]}""")), CancellationToken.None);
        return log;
    }
}
