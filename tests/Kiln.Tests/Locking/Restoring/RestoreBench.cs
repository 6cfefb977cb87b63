using Kiln.Locking;
using Kiln.Locking.Restoring;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Processes;
using Kiln.Tests.Oci;
using Kiln.Tests.Oci.Registries;

namespace Kiln.Tests.Locking.Restoring;

/// <summary>A repository of images on a corner of a real registry that no other test uses.</summary>
sealed class RestoreBench(string registry) : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly RegistryClient _client = Clients.Anonymous();

    /// <summary>Where the images lie that this publishes: host and path.</summary>
    internal string Corner { get; } = $"{registry}/t{Guid.NewGuid():N}";

    internal string Root => _folder.Path;

    internal string LockFile => _folder["kiln.lock"];

    internal FixedClock Clock { get; } = new();

    /// <summary>Docker Hub's images, as far as this published them.</summary>
    internal Mirror Mirror(MirrorAuthority authority, string origin = "docker.io") =>
        new(origin, RegistryNamespace.Parse(Corner)) { Authority = authority };

    internal ImageSpec Image(string name, string dockerfile, params Platform[] platforms)
    {
        _folder.Write($"{name}/Dockerfile", dockerfile);
        return new ImageSpec(name, _folder[name]) { Platforms = platforms.Length > 0 ? [.. platforms] : [Platform.LinuxAmd64] };
    }

    /// <summary>Makes a name of the corner mean an image for amd64 and arm64, or for amd64 only.</summary>
    internal async Task<Digest> PublishAsync(string nameAndTag, string content, bool isNarrow = false)
    {
        var folder = _folder[$"layouts/{Guid.NewGuid():N}"];
        var layout = isNarrow ? OfOnePlatform(folder, content) : TestLayout.OfTwoPlatforms(folder, content);
        var place = ImageReference.Parse($"{Corner}/{nameAndTag}");
        await new LayoutPusher(_client, new PushOptions { Tags = TagPolicy.AllowMoves }).PushAsync(layout, place, [place.Tag!]);
        return layout.Root.Digest;
    }

    internal RestoreRequest Request(params ImageSpec[] images) => new()
    {
        Images = [.. images],
        Root = Root,
        LockFile = LockFile,
        Access = Clients.Quick,
    };

    internal Task<RestoredInputs> RestoreAsync(params ImageSpec[] images) => RestoreAsync(Request(images));

    internal Task<RestoredInputs> RestoreAsync(RestoreRequest request) =>
        new InputRestorer(new CommandRunner(), Clock).RestoreAsync(request, CancellationToken.None);

    internal async Task<KilnException> RefuseAsync(RestoreRequest request) =>
        await Assert.ThrowsAnyAsync<KilnException>(() => RestoreAsync(request));

    internal LockUpdater Updater => new(new CommandRunner(), Clock);

    /// <summary>Where BuildKit is led for an image.</summary>
    internal static string[] PlacesIn(RestoredInputs inputs) =>
        [.. inputs.Policy.Rules.Where(x => x.Action == "ALLOW").Select(x => x.Identifier["docker-image://".Length..])];

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    static OciLayout OfOnePlatform(string folder, string content)
    {
        var layout = new TestLayout(folder);
        layout.WriteIndex(layout.Image("amd64", content));
        return OciLayout.Open(folder);
    }

    /// <summary>Stands still until a test moves it.</summary>
    internal sealed class FixedClock : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = new(2026, 11, 25, 7, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
