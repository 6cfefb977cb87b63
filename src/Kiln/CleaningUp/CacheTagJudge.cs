using Kiln.Caching;
using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>What becomes of the caches in a registry: each is for a branch, a git tag or a request, and of no use to anybody when that is gone.</summary>
static class CacheTagJudge
{
    internal static ValueList<TagVerdict> Judge(RepositoryContent content, LivingRefs living) => content.Tags.Select(x => Judge(x, living)).ToValueList();

    static TagVerdict Judge(StoredTag tag, LivingRefs living)
    {
        var (fate, why) = CacheTag.Read(tag.Name) switch
        {
            null => (Fate.Stays, "no cache of Kiln's"),
            { Request: { } number } => living.OfRequest(number),
            var cache => living.Branches switch
            {
                null => (Fate.Stays, "which branches there are is not known"),
                { } branches when branches.FirstOrDefault(cache.IsOf) is { } branch => (Fate.Stays, $"the branch '{branch}' is there"),
                _ => (Fate.Goes, $"no branch is called '{cache.Ref}'"),
            },
        };
        return new TagVerdict(tag, fate, why);
    }
}
