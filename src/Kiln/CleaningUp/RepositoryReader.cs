using System.Collections.Concurrent;
using Kiln.Oci;
using Kiln.Oci.Registries;
using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>Asks a registry what a repository holds: tags, what they lead to, and for what goes also what is attached to it.</summary>
sealed class RepositoryReader(RegistryClient client, ImageReference repository)
{
    // As ImageCopier does.
    const int AtOnce = 4;

    readonly ConcurrentDictionary<Digest, StoredManifest> _manifests = [];

    /// <summary>No tags where the repository is not there.</summary>
    internal async Task<RepositoryContent> ReadAsync(CancellationToken cancellationToken)
    {
        var tags = new ConcurrentBag<StoredTag>();
        var names = await client.ListTagsAsync(repository, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(names, parallel, async (name, token) =>
        {
            // Another run may have taken it away since they were listed.
            if (await client.FindManifestAsync(repository.WithTag(name), token) is not { } found)
                return;
            await ReadAsync(found.Digest, token);
            tags.Add(new StoredTag(name, found.Digest));
        });
        return new RepositoryContent(repository, tags.OrderBy(x => x.Name, StringComparer.Ordinal).ToValueList(), _manifests.Values);
    }

    /// <summary>The same with what is attached to images, and to what they list, and to that.</summary>
    internal async Task<RepositoryContent> WithAttachmentsAsync(RepositoryContent content, IEnumerable<Digest> images, CancellationToken cancellationToken)
    {
        var graph = new ManifestGraph(content);
        var waiting = new Queue<Digest>(images.SelectMany(graph.With).Distinct());
        while (waiting.TryDequeue(out var subject))
        {
            foreach (var attached in await client.ListReferrersAsync(repository, subject, cancellationToken))
            {
                if (_manifests.ContainsKey(attached.Digest))
                    continue;
                await ReadAsync(attached.Digest, cancellationToken);
                waiting.Enqueue(attached.Digest);
            }
        }

        return new RepositoryContent(repository, content.Tags, _manifests.Values);
    }

    async Task ReadAsync(Digest digest, CancellationToken cancellationToken)
    {
        if (_manifests.ContainsKey(digest) || await FindAsync(digest, cancellationToken) is not { } manifest)
            return;
        // An index that cannot be read ends it: what it lists could not be told from what nobody needs.
        _manifests[digest] = MediaTypes.IsIndex(manifest.Descriptor.MediaType)
            ? await ReadIndexAsync(manifest, cancellationToken)
            : await ReadManifestAsync(manifest, cancellationToken);
    }

    async Task<RegistryManifest?> FindAsync(Digest digest, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetManifestAsync(repository.WithDigest(digest), cancellationToken);
        }
        catch (RegistryException missing) when (missing.Code == ErrorCodes.NotInRegistry)
        {
            // An index may list platforms that nobody copied along.
            return null;
        }
    }

    async Task<StoredManifest> ReadIndexAsync(RegistryManifest manifest, CancellationToken cancellationToken)
    {
        var index = manifest.ReadIndex();
        // BuildKit's older caches are indexes that list layers, which are no manifests.
        var children = index.Manifests.Where(x => MediaTypes.Manifests.Contains(x.MediaType)).Select(x => x.Digest).Distinct().ToValueList();
        foreach (var child in children)
            await ReadAsync(child, cancellationToken);
        return new StoredManifest(manifest.Descriptor.Digest)
        {
            Children = children,
            Created = CreationTime.Of(index.Annotations) ?? children.Select(x => _manifests.GetValueOrDefault(x)?.Created).Max(),
            Blobs = [manifest.Descriptor, .. index.Manifests.Where(x => !children.Contains(x.Digest))],
        };
    }

    async Task<StoredManifest> ReadManifestAsync(RegistryManifest manifest, CancellationToken cancellationToken)
    {
        var stored = new StoredManifest(manifest.Descriptor.Digest) { Blobs = [manifest.Descriptor] };
        // Docker's first form of a manifest, for example: it leads nowhere and has no age.
        if (!MediaTypes.IsManifest(manifest.Descriptor.MediaType))
            return stored;
        var image = manifest.ReadManifest();
        return stored with
        {
            Subject = image.Subject?.Digest,
            Created = CreationTime.Of(image.Annotations) ?? await ReadTimeAsync(image.Config, cancellationToken),
            Blobs = [manifest.Descriptor, image.Config, .. image.Layers],
        };
    }

    async Task<DateTimeOffset?> ReadTimeAsync(Descriptor config, CancellationToken cancellationToken)
    {
        if (!MediaTypes.IsConfig(config.MediaType))
            return null;
        try
        {
            return CreationTime.Of(await client.ReadConfigAsync(repository, config, cancellationToken));
        }
        catch (KilnException unfit) when (unfit.Code is ErrorCodes.NotInRegistry or ErrorCodes.ManifestTooLarge or ErrorCodes.UnreadableManifest)
        {
            // An image without a config that can be read has no age, and so it stays.
            return null;
        }
    }
}
