using System.Globalization;
using Kiln.Commits;
using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>
/// What becomes of the tags of an image. The first line that fits counts:
/// <code>
/// Keep names it, a version, latest, given by the build, a branch's   stays
/// an attachment's                                                    as its image
/// pr-12           closed, and ClosedRequests                         goes
/// pr-12           open, not known, or not ClosedRequests             stays
/// Expires names it, and the branches are not known                   stays
/// a commit's, or Expires names it:
///                 of unknown age, too young, among the newest        stays
///                 else                                               goes
/// any other                                                          stays
/// </code>
/// </summary>
sealed class ImageTagJudge(ImageSpec image, TagRetention rule, LivingRefs living, DateTimeOffset now)
{
    internal ValueList<TagVerdict> Judge(RepositoryContent content)
    {
        var newest = content.Tags
            .Where(x => Ages(x.Name))
            .Select(x => content.Find(x.Digest)).OfType<StoredManifest>()
            .Where(x => x.Created is not null)
            .DistinctBy(x => x.Digest)
            .OrderByDescending(x => x.Created)
            .Take(rule.KeepNewest)
            .Select(x => x.Digest)
            .ToHashSet();
        return content.Tags.Select(x => Judge(x, content.Find(x.Digest)?.Created, newest.Contains(x.Digest))).ToValueList();
    }

    TagVerdict Judge(StoredTag tag, DateTimeOffset? created, bool isAmongNewest)
    {
        var (fate, why) = ReasonToKeep(tag.Name) is { } reason ? (Fate.Stays, reason) : TagName.Of(tag.Name) switch
        {
            TagName.Attachment => (Fate.Follows, "attached to an image"),
            TagName.Request when !rule.ClosedRequests => (Fate.Stays, "ClosedRequests is not set"),
            TagName.Request { Number: var number } => living.OfRequest(number),
            TagName.Other when rule.MayExpire(tag.Name) && living.Branches is null => (Fate.Stays, "which branches there are is not known"),
            _ when Ages(tag.Name) => ByAge(created, isAmongNewest),
            _ => (Fate.Stays, "no rule names it"),
        };
        return new TagVerdict(tag, fate, why);
    }

    string? ReasonToKeep(string tag)
    {
        if (rule.IsKept(tag))
            return "Keep names it";
        if (TagName.Of(tag) is TagName.Version)
            return "a version";
        if (tag == "latest" || image.MutableTags.Contains(tag) || image.Tags.OfType<ImageTag.Text>().Any(x => x.Value == tag))
            return "the build gives it by name";
        return living.Branches?.FirstOrDefault(x => RefTag.Of(x) == tag) is { } branch ? $"the branch '{branch}' is there" : null;
    }

    bool Ages(string tag) => ReasonToKeep(tag) is null && TagName.Of(tag) switch
    {
        TagName.Commit => true,
        TagName.Other => rule.MayExpire(tag),
        _ => false,
    };

    (Fate, string) ByAge(DateTimeOffset? created, bool isAmongNewest) => created switch
    {
        null => (Fate.Stays, "its age is not known"),
        { } time when now - time <= rule.OlderThan => (Fate.Stays, string.Create(CultureInfo.InvariantCulture, $"not older than {rule.OlderThan.TotalDays:0.#} days")),
        _ when isAmongNewest => (Fate.Stays, $"among the {rule.KeepNewest} newest"),
        { } time => (Fate.Goes, string.Create(CultureInfo.InvariantCulture, $"created {time.UtcDateTime:yyyy-MM-dd}, and not among the {rule.KeepNewest} newest")),
    };
}
