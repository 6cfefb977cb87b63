using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Linting;
using Kiln.Oci;

namespace Kiln.EndToEnd.Linting;

/// <summary>
/// What <c>FixDockerfiles</c> wrote is built. Fixes for package managers that Debian does not have are shown by the rules' pages alone.
/// </summary>
public sealed class FixedFileTests(PipelineFixture fixture)
{
    [Fact]
    public async Task What_was_fixed_is_the_same_image()
    {
        using var bench = await Workbench.OfAsync(fixture);

        await ExpectFixesAsync(
            bench, (before, after) => Assert.Equal(before, after),
            ("platform", "KLN1008", "FROM --platform=$TARGETPLATFORM scratch\nCOPY note /note\n"),
            ("add", "KLN4001", "FROM scratch\nADD note /note\n"),
            ("expose", "KLN5006", "FROM scratch\nCOPY note /note\nEXPOSE 53/UDP\n"),
            ("stage-name", "KLN8001", "FROM scratch AS Notes\nCOPY note /note\n\nFROM scratch\nCOPY --from=notes /note /note\n"),
            ("as-case", "KLN8002", "FROM scratch as notes\nCOPY note /note\n"),
            ("instruction-case", "KLN8003", "FROM scratch\ncopy note /note\nENV A=1\nENV B=2\n"),
            ("empty-line", "KLN8004", "FROM scratch\nENV A=1 \\\n\n    B=2\nCOPY note /note\n"),
            ("key-value", "KLN8007", "FROM scratch\nCOPY note /note\nENV TZ Europe/Vienna\n"));
    }

    [Fact]
    public async Task What_was_fixed_says_what_was_meant()
    {
        using var bench = await Workbench.OfAsync(fixture);

        await ExpectFixesAsync(
            bench, (before, after) => Assert.Equal((before.User, before.Environment), (after.User, after.Environment)),
            ("several-sources", "KLN4003", "FROM scratch\nCOPY note Dockerfile /notes\n"),
            ("host", "KLN5007", "FROM scratch\nCOPY note /note\nEXPOSE 127.0.0.1:53:53/udp 9153\n"),
            ("shell-form", "KLN5011", "FROM golang:1.24\nCMD cat '/a note' note\n"),
            ("maintainer", "KLN5015", "FROM scratch\nCOPY note /note\nMAINTAINER Ada \"the first\" <ada@example.com>\n"));

        await bench.ExpectAsync("several-sources", ("notes/note", "note"));
        Assert.Equal(["53/udp", "9153/tcp"], (await ConfigAsync(bench, "host")).ExposedPorts);
        Assert.Equal(["cat", "/a note", "note"], (await ConfigAsync(bench, "shell-form")).Command);
        Assert.Equal("Ada \"the first\" <ada@example.com>", (await ConfigAsync(bench, "maintainer")).Labels["org.opencontainers.image.authors"]);
    }

    [Fact]
    public async Task A_user_with_a_huge_number_is_made_without_gigabytes_of_zeros()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = bench.Image("huge-user", "FROM golang:1.24\nRUN useradd --uid 1234567890 app\nUSER app\n");
        var policy = (await bench.RestoreAsync(image)).Policy;

        var rules = Fix(bench, image);
        await bench.BuildAsync(policy, image);

        Assert.Equal("KLN3004", rules["huge-user"]);
        Assert.Equal("app", (await ConfigAsync(bench, "huge-user")).User);
    }

    [Fact]
    [Trait("Run", "All")] // apt-get fetches its packages
    public async Task A_fixed_installation_leaves_nothing_behind()
    {
        using var bench = await Workbench.OfAsync(fixture);
        var image = bench.Image("packages", "FROM golang:1.24\nRUN apt-get update \\\n    && apt-get install -y netbase\n");
        var policy = (await bench.RestoreAsync(image)).Policy;
        var before = (await bench.BuildAsync(policy, image))[0].Receipt.Platforms[0].UnpackedSize;

        Assert.Equal("KLN2004", Fix(bench, image)["packages"]);
        var after = (await bench.BuildAsync(policy, image))[0].Receipt.Platforms[0].UnpackedSize;

        Assert.True(after < before, $"{before} bytes before, {after} after");
    }

    static async Task ExpectFixesAsync(Workbench bench, Action<ImageConfig, ImageConfig> compare, params (string Name, string Rule, string Dockerfile)[] files)
    {
        var images = files.Select(x => bench.Image(x.Name, x.Dockerfile)).ToArray();
        var policy = (await bench.RestoreAsync(images)).Policy;
        await bench.BuildAsync(policy, images);
        var before = await ConfigsAsync();

        var rules = Fix(bench, images);
        await bench.BuildAsync(policy, images);

        Assert.Equal(files.Select(x => (x.Name, x.Rule)), files.Select(x => (x.Name, rules[x.Name])));
        foreach (var (was, @is) in before.Zip(await ConfigsAsync()))
            compare(was, @is);

        async Task<List<ImageConfig>> ConfigsAsync()
        {
            var configs = new List<ImageConfig>();
            foreach (var image in images)
                configs.Add(await ConfigAsync(bench, image.Name));
            return configs;
        }
    }

    static Dictionary<string, string> Fix(Workbench bench, params ImageSpec[] images) =>
        ImageLinter.Fix(new LintRequest { Images = [.. images], Folders = bench.Folders })
            .ToDictionary(x => x.Source.Path.Split('/')[0], x => string.Join(' ', x.Findings.Select(finding => finding.Rule).Distinct().Order()));

    // What the instructions were is in the history, and that is what a fix changes.
    static async Task<ImageConfig> ConfigAsync(Workbench bench, string image) =>
        (await OciLayout.Open(Path.Combine(bench.Root, "artifacts", "images", image)).ReadImagesAsync())[0].Config with { History = [] };
}
