using Kiln.Oci.Registries.Referrers;

namespace Kiln.CleaningUp;

/// <summary>
/// What leads to what in a repository: indexes to what they list, images to what is attached to them. To delete a manifest is to delete all its tags, and
/// to break each index that lists it.
/// </summary>
sealed class ManifestGraph(RepositoryContent content)
{
    readonly ILookup<Digest?, Digest> _attached = content.Manifests.ToLookup(x => x.Subject, x => x.Digest);

    // Where the registry does not list what is attached, a tag does.
    readonly ILookup<string?, Digest> _attachedByTag = content.Tags.ToLookup(x => SubjectOf(x), x => x.Digest);

    /// <summary>What has to stay: what tags that stay lead to, also from an attachment to its image.</summary>
    internal IReadOnlySet<Digest> Staying(IEnumerable<TagVerdict> verdicts)
    {
        var known = content.Manifests.Select(x => ReferrersTag.Of(x.Digest)).ToHashSet();
        var roots = verdicts.Where(IsRoot).Select(x => x.Tag.Digest);
        return Reach(roots, x => content.Find(x)?.Subject is { } subject ? After(x).Append(subject) : After(x)).ToHashSet();

        // What an attachment is about may lie where no tag leads; then nobody knows whether it is needed.
        bool IsRoot(TagVerdict x) => x.Fate == Fate.Stays || x.Fate == Fate.Follows && SubjectOf(x.Tag) is { } subject && !known.Contains(subject);
    }

    /// <summary>A manifest, then what goes with it: an index before what it lists, so that nobody sees half an image.</summary>
    internal IEnumerable<Digest> With(Digest root) => Reach([root], After);

    IEnumerable<Digest> After(Digest digest) =>
        [.. content.Find(digest)?.Children ?? [], .. _attached[digest], .. _attachedByTag[ReferrersTag.Of(digest)]];

    static string? SubjectOf(StoredTag tag) => (TagName.Of(tag.Name) as TagName.Attachment)?.Subject;

    static IEnumerable<Digest> Reach(IEnumerable<Digest> roots, Func<Digest, IEnumerable<Digest>> after)
    {
        var seen = new HashSet<Digest>();
        var waiting = new Queue<Digest>(roots);
        while (waiting.TryDequeue(out var digest))
        {
            if (!seen.Add(digest))
                continue;
            yield return digest;
            foreach (var next in after(digest))
                waiting.Enqueue(next);
        }
    }
}
