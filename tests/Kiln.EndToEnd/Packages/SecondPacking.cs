using System.IO.Compression;
using Kiln.Processes;

namespace Kiln.EndToEnd.Packages;

/// <summary>Two packages of this commit made once more, in a clone at another place and without what <c>Pack</c> compiles in advance.</summary>
sealed class SecondPacking : IDisposable
{
    const string Script = """
        git clone --quiet "$0" kiln && cd kiln
        git tag "v$1" && git remote set-url origin "$2.git"
        export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
        for project in src/Kiln.Engine templates; do
            dotnet pack $project -o ../packages -c Release --nologo -v quiet -nodeReuse:false -p:NukeEngine=embedded -p:IsPacking=true -p:RunAnalyzers=false
        done
        """;

    readonly string _folder = Directory.CreateTempSubdirectory("kiln-again-").FullName;

    internal static async Task<SecondPacking> MakeAsync(string repository)
    {
        var packing = new SecondPacking();
        await new CommandRunner().RunAsync(new Command("sh", ["-ec", Script, repository, PackageFeed.Version, PackageFeed.Origin]) { WorkingDirectory = packing._folder });
        return packing;
    }

    internal string PathTo(string id) => Path.Combine(_folder, "packages", $"{id}.{PackageFeed.Version}.nupkg");

    /// <summary>What is in a package, by name, and when it is from.</summary>
    internal static IEnumerable<string> HashesOf(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return
        [
            .. archive.Entries.Where(x => !x.FullName.StartsWith("runtimes/", StringComparison.Ordinal)).OrderBy(x => x.FullName, StringComparer.Ordinal)
                .Select(x => $"{x.FullName} {x.LastWriteTime:O} {Digest.OfBytes(ReadAll(x))}"),
        ];
    }

    static byte[] ReadAll(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
