using System.IO.Compression;
using System.Xml.Linq;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Packages;

/// <summary>What is in the packages, and nothing else.</summary>
public sealed class PackageContentTests(PipelineFixture fixture)
{
    readonly PackageFeed _feed = fixture.Packages;

    static readonly string[] Ids = ["Kiln", "Kiln.Engine", "Kiln.Components.Embedded"];

    [Fact]
    public async Task Libraries_hold_an_assembly_its_documentation_and_the_same_compiled_in_advance()
    {
        foreach (var (id, assembly) in Ids.Zip(["Kiln", "Kiln.Engine", "Kiln.Components"]))
        {
            string[] expected =
            [
                $"{id}.nuspec", "README.md", "icon.png", $"lib/net10.0/{assembly}.dll", $"lib/net10.0/{assembly}.xml", $"runtimes/linux-x64/lib/net10.0/{assembly}.dll",
                .. id == "Kiln.Components.Embedded" ? [$"buildTransitive/{id}.targets"] : (string[])[],
            ];
            Assert.Equal(expected.Order(StringComparer.Ordinal), await _feed.FilesAsync(id));
        }
    }

    [Fact]
    public async Task Dependencies_are_those_of_the_design_in_the_lowest_versions_that_work()
    {
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(x => x.Attribute("Include")!.Value, x => x.Attribute("Version")!.Value);
        string[] Named(params string[] ids) => [.. ids.Select(x => $"{x} {versions.GetValueOrDefault(x) ?? PackageFeed.Version}")];

        Assert.Equal(Named("CliWrap", "Octokit", "Spectre.Console", "YamlDotNet", "ZstdSharp.Port"), await DependenciesAsync("Kiln"));
        Assert.Equal(Named("DotNet.Glob", "Kiln", "Newtonsoft.Json", "Serilog", "Serilog.Sinks.Console"), await DependenciesAsync("Kiln.Engine"));
        Assert.Equal(Named("Kiln", "Kiln.Engine"), await DependenciesAsync("Kiln.Components.Embedded"));
        Assert.Empty(await DependenciesAsync("Kiln.Templates"));
    }

    [Fact]
    public async Task Each_says_its_licence_how_it_looks_and_reads_and_where_it_comes_from()
    {
        var (clone, _) = await fixture.GetAsync();
        foreach (var id in Ids.Append("Kiln.Templates"))
        {
            var metadata = (await _feed.MetadataAsync(id)).Elements().ToLookup(x => x.Name.LocalName, x => x.Value);
            Assert.Equal(["MIT", "icon.png", "README.md"], [metadata["license"].Single(), metadata["icon"].Single(), metadata["readme"].Single()]);
            Assert.Equal([PackageFeed.Version, PackageFeed.Origin], [metadata["version"].Single(), metadata["projectUrl"].Single()]);
            var repository = (await _feed.MetadataAsync(id)).Elements().Single(x => x.Name.LocalName == "repository");
            Assert.Equal(["git", $"{PackageFeed.Origin}.git", await clone.GitAsync("rev-parse", "HEAD")], new[] { "type", "url", "commit" }.Select(x => repository.Attribute(x)?.Value));
        }
    }

    [Fact]
    public async Task Debuggers_find_symbols_and_sources()
    {
        var (clone, _) = await fixture.GetAsync();
        var sources = $"https://raw.githubusercontent.com/acme/kiln/{await clone.GitAsync("rev-parse", "HEAD")}/*";

        foreach (var (id, assembly) in Ids.Zip(["Kiln", "Kiln.Engine", "Kiln.Components"]))
        {
            using var symbols = ZipFile.OpenRead(Path.ChangeExtension(await _feed.PathAsync(id), "snupkg"));
            Assert.Contains(sources, await SourceLink.ReadAsync(symbols.GetEntry($"lib/net10.0/{assembly}.pdb")!));
        }
    }

    [Fact]
    public async Task The_same_commit_has_the_same_packages_in_another_folder()
    {
        var (clone, _) = await fixture.GetAsync();
        using var elsewhere = await SecondPacking.MakeAsync(clone.Folder);

        Assert.Equal(await File.ReadAllBytesAsync(await _feed.PathAsync("Kiln.Templates")), await File.ReadAllBytesAsync(elsewhere.PathTo("Kiln.Templates")));
        // What is compiled in advance is Pack's, and was not made again.
        Assert.Equal(SecondPacking.HashesOf(await _feed.PathAsync("Kiln.Engine")), SecondPacking.HashesOf(elsewhere.PathTo("Kiln.Engine")));
    }

    [Fact]
    public async Task Those_of_the_other_engine_stay_in_the_folder_and_older_ones_do_not()
    {
        var files = Directory.EnumerateFiles(await _feed.FolderAsync()).Select(x => Path.GetFileName(x)).ToArray();

        Assert.Contains(PackageFeed.OfTheOtherEngine, files);
        Assert.DoesNotContain(PackageFeed.OutOfDate, files);
    }

    [Fact]
    public async Task A_folder_is_a_feed_to_publish_to_also_once_more()
    {
        var (clone, _) = await fixture.GetAsync();
        await _feed.FolderAsync();
        var folder = Directory.CreateDirectory(clone.PathOf(".nuke", "temp", "published")).FullName;

        for (var time = 0; time < 2; time++)
            (await clone.BuildAsync("Publish", "--skip", "Pack", "--package-feed", folder, "--package-feed-key", "any")).Succeeded();

        Assert.Equal(
            Ids.Append("Kiln.Templates").Select(x => $"{x}.{PackageFeed.Version}.nupkg").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder).Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_template_starts_by_the_very_scripts_of_this_repository()
    {
        var files = await _feed.FilesAsync("Kiln.Templates");

        Assert.Equal(
            [".nuke/.gitignore", ".nuke/parameters.json", ".template.config/template.json", "app/.dockerignore", "app/Dockerfile", "app/hello.txt", "build.cmd", "build.ps1", "build.sh",
                "build/.gitignore", "build/Build.cs", "build/Directory.Build.props", "build/Directory.Build.targets", "build/Directory.Packages.props", "build/_build.csproj", "build/global.json"],
            files.Where(x => x.StartsWith("content/kiln/", StringComparison.Ordinal)).Select(x => x["content/kiln/".Length..]));
        Assert.Equal(
            [".template.config/template.json", "Build.Containers.cs"],
            files.Where(x => x.StartsWith("content/kiln-existing/", StringComparison.Ordinal)).Select(x => x["content/kiln-existing/".Length..]));
    }

    async Task<IEnumerable<string>> DependenciesAsync(string id) => (await _feed.MetadataAsync(id)).Descendants().Where(x => x.Name.LocalName == "dependency")
        .Select(x => $"{x.Attribute("id")!.Value} {x.Attribute("version")!.Value}").Order(StringComparer.Ordinal);
}
