using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>What a repository of a registry holds, as far as its tags lead; a registry lists nothing else.</summary>
sealed class RepositoryContent(ImageReference repository, ValueList<StoredTag> tags, IEnumerable<StoredManifest> manifests)
{
    readonly Dictionary<Digest, StoredManifest> _manifests = manifests.ToDictionary(x => x.Digest);

    internal ImageReference Repository => repository;

    internal ValueList<StoredTag> Tags => tags;

    internal IReadOnlyCollection<StoredManifest> Manifests => _manifests.Values;

    /// <summary>Null for what an index lists and the registry does not have.</summary>
    internal StoredManifest? Find(Digest digest) => _manifests.GetValueOrDefault(digest);
}

/// <summary>A tag, and what it means now.</summary>
sealed record StoredTag(string Name, Digest Digest);
