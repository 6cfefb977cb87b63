using System.IO.Compression;
using System.Xml.Linq;
using Kiln.EndToEnd.Pipeline;

namespace Kiln.EndToEnd.Packages;

/// <summary>What <c>./build.sh Pack</c> made of this commit, as a feed in a folder. Made by the first test that asks.</summary>
sealed class PackageFeed
{
    readonly Lazy<Task<string>> _folder;

    internal PackageFeed(PipelineFixture fixture) => _folder = new(() => PackAsync(fixture));

    internal async Task<string> FolderAsync() => await _folder.Value;

    /// <summary>A package by its id.</summary>
    internal async Task<string> PathAsync(string id) =>
        Directory.EnumerateFiles(await FolderAsync(), "*.nupkg").Single(x => char.IsAsciiDigit(Path.GetFileName(x)[id.Length + 1]) && Path.GetFileName(x).StartsWith(id + ".", StringComparison.Ordinal));

    /// <summary>The version that all of them have.</summary>
    internal async Task<string> VersionAsync() => Path.GetFileNameWithoutExtension(await PathAsync("Kiln"))["Kiln.".Length..];

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
        (await clone.BuildAsync("Pack", "--pack-runtimes", "linux-x64")).Succeeded();
        return clone.PathOf("artifacts", "packages");
    }
}
