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
        var own = await _feed.VersionAsync();
        string[] Named(params string[] ids) => [.. ids.Select(x => $"{x} {versions.GetValueOrDefault(x) ?? own}")];

        Assert.Equal(Named("CliWrap", "Octokit", "Spectre.Console", "YamlDotNet", "ZstdSharp.Port"), await DependenciesAsync("Kiln"));
        Assert.Equal(Named("DotNet.Glob", "Kiln", "Newtonsoft.Json", "Serilog", "Serilog.Sinks.Console"), await DependenciesAsync("Kiln.Engine"));
        Assert.Equal(Named("Kiln", "Kiln.Engine"), await DependenciesAsync("Kiln.Components.Embedded"));
        Assert.Empty(await DependenciesAsync("Kiln.Templates"));
    }

    [Fact]
    public async Task Each_says_its_licence_and_how_it_looks_and_reads()
    {
        foreach (var id in Ids.Append("Kiln.Templates"))
        {
            var metadata = (await _feed.MetadataAsync(id)).Elements().ToLookup(x => x.Name.LocalName, x => x.Value);
            Assert.Equal(["MIT", "icon.png", "README.md"], [metadata["license"].Single(), metadata["icon"].Single(), metadata["readme"].Single()]);
            Assert.Equal(await _feed.VersionAsync(), metadata["version"].Single());
        }
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
