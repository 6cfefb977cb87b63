using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>From what becomes of tags to what is deleted: a manifest goes when no tag that stays leads to it.</summary>
static class RepositoryPlan
{
    const string Shared = "a tag that stays leads to the same image";

    /// <summary>The images that go, each with the tags that would have it go; what is attached to them need not be known yet.</summary>
    internal static IEnumerable<IGrouping<Digest, TagVerdict>> Going(RepositoryContent content, ValueList<TagVerdict> verdicts)
    {
        var staying = new ManifestGraph(content).Staying(verdicts);
        return verdicts.Where(x => x.Fate == Fate.Goes && !staying.Contains(x.Tag.Digest)).GroupBy(x => x.Tag.Digest);
    }

    internal static CleanUpPlan Of(RepositoryContent content, ValueList<TagVerdict> verdicts)
    {
        var graph = new ManifestGraph(content);
        var staying = graph.Staying(verdicts);
        var taken = staying.ToHashSet();
        var paid = staying.SelectMany(x => content.Find(x)?.Blobs ?? []).Select(x => x.Digest).ToHashSet();
        var leftovers = new List<Leftover>();
        // What several lead to goes with the last of them: until then each is whole, whatever ends the run.
        foreach (var image in Going(content, verdicts).Reverse())
        {
            var manifests = graph.With(image.Key).Where(taken.Add).ToValueList();
            var size = manifests.SelectMany(x => content.Find(x)?.Blobs ?? []).Where(x => paid.Add(x.Digest)).Sum(x => x.Size);
            leftovers.Add(new Leftover.InRegistry(content.Repository, manifests)
            {
                Place = content.Repository.ToString(),
                Names = image.Select(x => x.Tag.Name).ToValueList(),
                Why = string.Join("; ", image.Select(x => x.Why).Distinct()),
                Size = size,
            });
        }

        leftovers.Reverse();
        var kept = verdicts.Where(x => x.Fate == Fate.Stays || x.Fate == Fate.Goes && staying.Contains(x.Tag.Digest))
            .Select(x => (x.Tag.Name, x.Fate == Fate.Stays ? x.Why : Shared));
        return new CleanUpPlan { Leftovers = leftovers.ToValueList(), Kept = CleanUpPlan.KeptIn(content.Repository.ToString(), kept) };
    }
}
