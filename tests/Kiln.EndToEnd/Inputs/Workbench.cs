using System.Formats.Tar;
using System.IO.Compression;
using Kiln.Buildx;
using Kiln.Buildx.Bootstrapping;
using Kiln.EndToEnd.Pipeline;
using Kiln.Locking;
using Kiln.Locking.Enforcement;
using Kiln.Locking.Restoring;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Processes;

namespace Kiln.EndToEnd.Inputs;

/// <summary>
/// A repository of its own on the clone's engine and registry. Images of Docker Hub are what this puts into the
/// registry's folder <c>docker.io</c>, since the origin cannot be reached.
/// </summary>
sealed class Workbench : IDisposable
{
    readonly CommandRunner _runner = new();
    readonly RegistryClient _client = new();
    readonly ContainerEngine _engine;

    Workbench(ContainerEngine engine, string registry)
    {
        _engine = engine;
        Mirror = new Mirror("docker.io", RegistryNamespace.Parse($"{registry}/docker.io")) { Authority = MirrorAuthority.Always };
        LockFile = Path.Combine(Root, "kiln.lock");
    }

    internal string Root { get; } = Directory.CreateTempSubdirectory("kiln-inputs-").FullName;

    internal ContainerEngine Engine => _engine;

    internal string LockFile { get; }

    internal BuildFolders Folders => new(Root, Path.Combine(Root, "artifacts"), Path.Combine(Root, "temp"));

    internal Mirror Mirror { get; }

    /// <summary>What the builds of this bench told.</summary>
    internal Notes Notes { get; } = new();

    /// <summary>Where tests of this bench may put what they like.</summary>
    internal string Registry => Mirror.Replica.Registry;

    internal static async Task<Workbench> OfAsync(PipelineFixture fixture)
    {
        var (clone, first) = await fixture.GetAsync();
        first.Succeeded(); // else there is no engine, and every test would say so in other words
        var engine = await new PrivateEngine(clone.EngineFolders, new CommandRunner(), new NoReporter()).FindAsync(CancellationToken.None);
        return new Workbench(engine!, fixture.Registry);
    }

    /// <summary>An image whose Dockerfile this is, and whose context also holds a file <c>note</c>.</summary>
    internal ImageSpec Image(string name, string dockerfile, string note = "note")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Dockerfile"), dockerfile);
        File.WriteAllText(Path.Combine(folder, "note"), note);
        return new ImageSpec(name, folder);
    }

    /// <summary>Makes a tag of Docker Hub mean an image that holds a note, for both platforms unless others are named.</summary>
    internal async Task PublishAsync(string reference, string note, params Platform[] platforms)
    {
        var image = Image("published", "FROM scratch\nCOPY note /note\n", note) with
        {
            Platforms = platforms.Length > 0 ? [.. platforms] : [Platform.LinuxAmd64, Platform.LinuxArm64],
        };
        await PublishAsync(reference, image, SourcePolicy.Everything);
    }

    /// <summary>Makes a tag of Docker Hub mean this image.</summary>
    internal async Task PublishAsync(string reference, ImageSpec image, SourcePolicy policy)
    {
        var built = await BuildAsync(policy, image);
        var place = PlaceOf(reference);
        await new LayoutPusher(_client, new PushOptions { Tags = TagPolicy.AllowMoves })
            .PushAsync(OciLayout.Open(built[0].LayoutFolder), place, [place.Tag!]);
    }

    /// <summary>Whether a tag of Docker Hub means anything; what one bench published is there for all.</summary>
    internal async Task<bool> IsPublishedAsync(string reference) => await _client.FindManifestAsync(PlaceOf(reference)) is not null;

    ImageReference PlaceOf(string reference) => Mirror.Locate(ImageReference.Parse(reference).WithDefaultTag());

    internal RestoreRequest Request(params ImageSpec[] images) => new()
    {
        Images = [.. images],
        Root = Root,
        LockFile = LockFile,
        Mirrors = [Mirror],
    };

    internal Task<RestoredInputs> RestoreAsync(params ImageSpec[] images) => RestoreAsync(Request(images));

    internal Task<RestoredInputs> RestoreAsync(RestoreRequest request) =>
        new InputRestorer(_runner).RestoreAsync(request, CancellationToken.None);

    internal LockUpdater Updater => new(_runner);

    internal Task<BuiltImage[]> BuildAsync(SourcePolicy policy, params ImageSpec[] images) => BuildAsync(policy, x => x, images);

    internal async Task<BuiltImage[]> BuildAsync(SourcePolicy policy, Func<BuildRequest, BuildRequest> change, params ImageSpec[] images)
    {
        var request = new BuildRequest
        {
            Images = [.. images],
            Engine = _engine,
            Folders = Folders,
            Policy = policy,
        };
        return [.. await new ImageBuilder(_runner, Notes).BuildAsync(change(request), CancellationToken.None)];
    }

    /// <summary>A log of the last build.</summary>
    internal Task<string> ReadLogAsync(string name) => File.ReadAllTextAsync(Path.Combine(Root, "artifacts", "reports", "build", name));

    /// <summary>Forgets all steps that were ever built, as on a new machine.</summary>
    internal Task EmptyBuilderAsync() => _runner.RunAsync(
        new Command(_engine.BuildxCommand[0], [.. _engine.BuildxCommand.Skip(1), "prune", "--all", "--force"])
        {
            Environment = _engine.Environment,
        });

    /// <summary>Compares files of a built image's first platform with texts.</summary>
    internal async Task ExpectAsync(string image, params (string File, string Text)[] expected)
    {
        var layout = OciLayout.Open(Path.Combine(Root, "artifacts", "images", image));
        var found = new Dictionary<string, string>();
        foreach (var layer in (await layout.ReadImagesAsync())[0].Layers)
            await ReadAsync(layout.BlobPath(layer.Digest), found);
        Assert.Equal(expected.Select(x => (x.File, (string?)x.Text)), expected.Select(x => (x.File, found.GetValueOrDefault(x.File))));
    }

    static async Task ReadAsync(string layer, Dictionary<string, string> found)
    {
        await using var content = new GZipStream(File.OpenRead(layer), CompressionMode.Decompress);
        using var archive = new TarReader(content);
        while (await archive.GetNextEntryAsync() is { } entry)
        {
            if (entry.DataStream is { } data)
                found[entry.Name] = await new StreamReader(data).ReadToEndAsync();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}
