using System.IO.Compression;
using System.Xml.Linq;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Packages;

/// <summary>What <c>./build.sh Pack</c> made of this commit, tagged and with an origin as if it were released, as a feed in a folder. Made by the first test that asks.</summary>
sealed class PackageFeed
{
    /// <summary>The version that all of them have: the tag's.</summary>
    internal const string Version = "7.8.9-rc.1";

    internal const string Origin = "https://github.com/acme/kiln";

    /// <summary>What lay in the folder before: a file of the other engine's packages, and an older one of this engine's.</summary>
    internal const string OfTheOtherEngine = "Kiln.Components.0.0.1.snupkg";

    /// <inheritdoc cref="OfTheOtherEngine" />
    internal const string OutOfDate = "Kiln.0.0.1.snupkg";

    readonly Lazy<Task<string>> _folder;

    internal PackageFeed(PipelineFixture fixture) => _folder = new(() => PackAsync(fixture));

    internal async Task<string> FolderAsync() => await _folder.Value;

    /// <summary>A package by its id.</summary>
    internal async Task<string> PathAsync(string id) => Path.Combine(await FolderAsync(), $"{id}.{Version}.nupkg");

    internal async Task<string[]> FilesAsync(string id)
    {
        using var package = ZipFile.OpenRead(await PathAsync(id));
        return [.. package.Entries.Select(x => x.FullName).Where(x => !IsOfTheFormat(x)).Order(StringComparer.Ordinal)];
    }

    internal async Task<XElement> MetadataAsync(string id)
    {
        using var package = ZipFile.OpenRead(await PathAsync(id));
        using var text = package.Entries.Single(x => x.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(text).Root!.Elements().Single();
    }

    // What every package holds: Open Packaging Conventions, ECMA-376.
    static bool IsOfTheFormat(string file) =>
        file.StartsWith("_rels/", StringComparison.Ordinal) || file.StartsWith("package/services/", StringComparison.Ordinal) || file == "[Content_Types].xml";

    static async Task<string> PackAsync(PipelineFixture fixture)
    {
        var (clone, _) = await fixture.GetAsync();
        var folder = clone.PathOf("artifacts", "packages");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, OfTheOtherEngine), "");
        File.WriteAllText(Path.Combine(folder, OutOfDate), "");
        var origin = await clone.GitAsync("remote", "get-url", "origin");
        await clone.GitAsync("tag", $"v{Version}");
        await clone.GitAsync("remote", "set-url", "origin", $"{Origin}.git");
        try
        {
            (await clone.BuildAsync("Pack", "--pack-runtimes", "linux-x64")).Succeeded();
        }
        finally
        {
            await clone.GitAsync("tag", "--delete", $"v{Version}");
            await clone.GitAsync("remote", "set-url", "origin", origin);
        }

        return folder;
    }
}
