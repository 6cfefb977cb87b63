using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Oci.Registries;

namespace Kiln.EndToEnd.Packages;

/// <summary>What the sample of three images promises: tags of a version, budgets, an exemption for one image.</summary>
public sealed class MonorepoTests(PipelineFixture fixture)
{
    const string Build = "build/Build.cs";
    const string Finding = """[{ "id": "CVE-2024-0001", "class": "language", "severity": "critical", "package": "lodash", "fixedVersion": "2.0.0" }]""";

    [Fact]
    public async Task A_version_is_pushed_under_its_tags_what_grows_too_much_is_refused_and_an_exemption_is_for_its_image()
    {
        using var bench = await Workbench.OfAsync(fixture);
        using var machine = new DockerMachine(bench.Engine);
        using var consumer = await Consumer.MakeAsync(fixture.Packages, machine.Variables);
        await consumer.StartSampleAsync("monorepo");
        consumer.Replace(Build, "registry.example.com/shop", $"{bench.Registry}/monorepo");
        // Its day comes; the sample's is the sample's business.
        consumer.Replace(Build, "new DateOnly(2027, 3, 31)", $"new DateOnly({DateTime.UtcNow.AddDays(30):yyyy, M, d})");
        consumer.Replace(Build, "    // #region gate\n", """
                IEnumerable<Kiln.Scanning.IScanner> IScan.Scanners =>
                    [new Kiln.Scanning.Custom.CommandScanner(new Kiln.Processes.CommandRunner(), "known", (string)(RootDirectory / "known.sh"), "{image}", "{report}")];

                // #region gate

            """);
        WriteScanner(consumer, affected: "api");
        await ShellAsync(consumer, "git init --quiet --initial-branch main && git add . && git commit --quiet --message first && git tag v1.4.2");

        var pushed = (await consumer.RunAsync("build.sh", "Push", "KeepSizes")).Succeeded();
        consumer.Write("site/site.txt", string.Join('\n', Enumerable.Range(0, 9_000).Select(x => $"{x * 7_919 % 65_536}")));
        await ShellAsync(consumer, "git add . && git commit --quiet --message grown");
        var grown = await consumer.RunAsync("build.sh", "DockerBuild");
        WriteScanner(consumer, affected: "site");
        await ShellAsync(consumer, "git checkout --quiet HEAD~ -- site && git commit --quiet --all --message affected");
        var affected = await consumer.RunAsync("build.sh", "Scan");

        var commit = (await consumer.RunAsync("git", "rev-parse", "--short=12", "v1.4.2")).Output.Trim();
        Assert.Equal(["1", "1.4", "1.4.2", commit, "main"], await TagsAsync(bench, "api"));
        Assert.Equal(["1", "1.4", "1.4.2", commit, "main"], await TagsAsync(bench, "site"));
        Assert.Equal([commit], await TagsAsync(bench, "base"));
        Assert.Matches("Scanned +api: passed", pushed.Output);
        Assert.Equal(["api.receipt.json", "base.receipt.json", "site.receipt.json"], Directory.EnumerateFiles(consumer.PathOf("sizes")).Select(x => Path.GetFileName(x)).Order());
        grown.Failed(1, @"KILN3028.*Image 'site' is over its size budget:\n.*more than the 10.* % allowed");
        affected.Failed(1, @"(?s)KILN4001: Image 'site' does not pass.*critical +CVE-2024-0001");
    }

    static void WriteScanner(Consumer consumer, string affected)
    {
        consumer.Write("known.sh", $"#!/bin/sh\nif [ \"$1\" = {affected} ]; then echo '{Finding}'; else echo '[]'; fi >\"$2\"\n");
        File.SetUnixFileMode(consumer.PathOf("known.sh"), (UnixFileMode)0b111_101_101);
    }

    static async Task ShellAsync(Consumer consumer, string script) => (await consumer.RunAsync("sh", "-c", script)).Succeeded();

    // Without those by which a registry that has no referrers is told what is attached.
    static async Task<IEnumerable<string>> TagsAsync(Workbench bench, string image)
    {
        using var client = new RegistryClient();
        return (await client.ListTagsAsync(ImageReference.Parse($"{bench.Registry}/monorepo/{image}"))).Where(x => !x.StartsWith("sha256-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }
}
