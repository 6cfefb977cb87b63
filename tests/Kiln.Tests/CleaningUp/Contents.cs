using Kiln.CleaningUp;
using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.Tests.CleaningUp;

/// <summary>Repositories by a few words: a manifest's name is its digest, and each takes a hundred bytes beside its layers.</summary>
static class Contents
{
    internal static readonly ImageReference Repository = ImageReference.Parse("harbor.example.com/acme/api");

    internal static readonly DateTimeOffset Now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    internal static Digest Digest(string name) => Kiln.Digest.OfBytes(System.Text.Encoding.UTF8.GetBytes(name));

    internal static StoredManifest Manifest(string name, params string[] children) => new(Digest(name))
    {
        Children = children.Select(Digest).ToValueList(),
        Blobs = [Blob(name)],
    };

    internal static StoredManifest DaysOld(string name, int days) => Manifest(name) with { Created = Now.AddDays(-days) };

    internal static Descriptor Blob(string name) => new() { MediaType = MediaTypes.OciManifest, Digest = Digest(name), Size = 100 };

    internal static StoredTag Tag(string name, string manifest) => new(name, Digest(manifest));

    internal static RepositoryContent Of(IEnumerable<StoredTag> tags, params IEnumerable<StoredManifest> manifests) => new(Repository, tags.ToValueList(), manifests);

    /// <summary>All verdicts as <c>tag: Fate (why)</c>.</summary>
    internal static string[] Text(IEnumerable<TagVerdict> verdicts) => [.. verdicts.Select(x => $"{x.Tag.Name}: {x.Fate} ({x.Why})")];
}
