using System.Text;
using Kiln.Buildx;
using Kiln.EndToEnd.Inputs;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking.Enforcement;
using Kiln.Oci.Registries;
using Kiln.Primitives;
using Kiln.Processes;
using Kiln.Pushing;
using Kiln.Receipts;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using Kiln.Scanning.Trivy;

namespace Kiln.EndToEnd.Scanning;

/// <summary>A bench with a real Trivy and a database that is as old as it was when the tests were written, on any day.</summary>
sealed class ScanBench : IDisposable
{
    readonly Workbench _bench;
    readonly string _cache;

    ScanBench(Workbench bench, string program, string cache) => (_bench, Program, _cache) = (bench, program, cache);

    internal string Program { get; }

    internal string Cache => _cache;

    /// <summary>Which takes a small scan's time for each of two forms and two platforms.</summary>
    internal bool WritesSboms { get; init; }

    internal Notes Notes { get; } = new();

    internal BuildFolders Folders => new(_bench.Root, Path.Combine(_bench.Root, "artifacts"), Path.Combine(_bench.Root, "temp"));

    internal static async Task<ScanBench> OfAsync(PipelineFixture fixture, bool writesSboms = false)
    {
        var bench = await Workbench.OfAsync(fixture);
        var cache = Path.Combine(bench.Root, "trivy");
        await TrivyDatabase.WriteAsync(cache);
        return new ScanBench(bench, await TrivyTool.GetAsync(), cache) { WritesSboms = writesSboms };
    }

    /// <summary>An image that has lodash 4.17.15 and PyYAML 5.3 on this platform only, and is for two.</summary>
    internal async Task<ImageSpec> BuildVulnerableAsync(string name, string architecture)
    {
        var image = _bench.Image(
            name,
            $"""
            FROM scratch AS packages-amd64
            COPY {(architecture == "amd64" ? "packages" : "note")} /
            FROM scratch AS packages-arm64
            COPY {(architecture == "arm64" ? "packages" : "note")} /
            FROM packages-$TARGETARCH
            COPY note /note
            """) with
        {
            Platforms = [Platform.LinuxAmd64, Platform.LinuxArm64],
        };
        await WriteAsync(image, "app/node_modules/lodash/package.json", """{ "name": "lodash", "version": "4.17.15", "license": "MIT" }""");
        await WriteAsync(
            image, "usr/lib/python3/site-packages/PyYAML-5.3.dist-info/METADATA", "Metadata-Version: 2.1\nName: PyYAML\nVersion: 5.3\nLicense: MIT\n");
        await _bench.BuildAsync(SourcePolicy.Everything, image);
        return image;
    }

    internal async Task<ImageSpec> BuildHarmlessAsync(string name)
    {
        var image = _bench.Image(name, "FROM scratch\nCOPY note /note\n");
        await _bench.BuildAsync(SourcePolicy.Everything, image);
        return image;
    }

    /// <summary>Makes a tag of Docker Hub mean an image of Trivy's, and pins it.</summary>
    internal async Task<ScannerSupply> PublishTrivyAsync(string reference)
    {
        var image = _bench.Image(
            "trivy-image",
            """
            FROM scratch
            COPY trivy /trivy
            COPY --chmod=1777 tmp /tmp
            ENTRYPOINT ["/trivy"]
            """);
        File.Copy(Program, Path.Combine(image.Context, "trivy"));
        Directory.CreateDirectory(Path.Combine(image.Context, "tmp"));
        await File.WriteAllTextAsync(Path.Combine(image.Context, "tmp", "kept"), "");
        await _bench.PublishAsync(reference, image, SourcePolicy.Everything);
        var inputs = await _bench.RestoreAsync(_bench.Request() with
        {
            Others = ScannerSupply.ToLock([Trivy(new ScannerSource.Image(reference))], _bench.Engine.Platform),
        });
        return new ScannerSupply { Engine = _bench.Engine, Images = inputs.Images };
    }

    internal Task<ValueList<ScannedImage>> ScanAsync(ScanGate gate, params ImageSpec[] images) => ScanAsync(gate, Trivy(Program), images);

    internal Task<ValueList<ScannedImage>> ScanAsync(ScanGate gate, IScanner scanner, params ImageSpec[] images) =>
        ScanAsync(gate, scanner, new ScannerSupply(), images);

    internal Task<ValueList<ScannedImage>> ScanAsync(ScanGate gate, IScanner scanner, ScannerSupply supply, params ImageSpec[] images) =>
        new ImageScanner(Notes).ScanAsync(
            new ScanRequest { Images = [.. images], Folders = Folders, Scanners = [scanner], Supply = supply, Gate = gate }, CancellationToken.None);

    internal TrivyScanner Trivy(ScannerSource source) => new(new CommandRunner()) { Source = source, CacheFolder = _cache, UpdatesDatabase = false, WritesSboms = WritesSboms };

    internal Task<ValueList<PushedImage>> PushAsync(ImageSpec image, ScanGate gate, DateOnly? today = null, string? registry = null) =>
        new ImagePusher(Notes).PushAsync(
            new PushRequest
            {
                Images = [image],
                Registries = [RegistryNamespace.Parse(registry ?? $"{_bench.Registry}/scanned")],
                Folders = Folders,
                Tags = ["1"],
                Gate = gate,
                Today = today ?? DateOnly.FromDateTime(DateTime.UtcNow),
            },
            CancellationToken.None);

    /// <summary>What the registry lists beside an image, as it is there.</summary>
    internal static async Task<IReadOnlyList<(string Type, string? Platform, Digest Subject, string Content)>> ReadAttachmentsAsync(PushedImage image)
    {
        using var client = new RegistryClient();
        var repository = image.Result.Image.WithoutTagAndDigest();
        var found = new List<(string, string?, Digest, string)>();
        foreach (var referrer in await client.ListReferrersAsync(repository, image.Receipt.Digest))
        {
            var manifest = (await client.GetManifestAsync(repository.WithDigest(referrer.Digest))).ReadManifest();
            using var content = new MemoryStream();
            await client.DownloadBlobAsync(repository, manifest.Layers[0], content);
            found.Add((referrer.ArtifactType!, manifest.Annotations.GetValueOrDefault("vnd.kiln.platform"), manifest.Subject!.Digest, Encoding.UTF8.GetString(content.ToArray())));
        }

        return found;
    }

    internal VerdictReceipt? VerdictOf(ImageSpec image) => ReceiptFile.Read(Folders.ReceiptOf(image))!.Scan;

    internal string ReportOf(ImageSpec image, string platform) =>
        Path.Combine(Folders.Reports, "scan", image.Name, platform, "trivy.json");

    public void Dispose() => _bench.Dispose();

    static Task WriteAsync(ImageSpec image, string file, string text)
    {
        var path = Path.Combine(image.Context, "packages", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.WriteAllTextAsync(path, text);
    }
}
