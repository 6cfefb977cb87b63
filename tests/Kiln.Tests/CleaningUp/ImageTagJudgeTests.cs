using Kiln.CleaningUp;
using static Kiln.Tests.CleaningUp.Contents;

namespace Kiln.Tests.CleaningUp;

public sealed class ImageTagJudgeTests
{
    const string Commit = "0123456789ab";

    static readonly LivingRefs Living = new() { Branches = ["main", "feature/x"], OpenRequests = ["8"] };

    static readonly TagRetention Rule = new() { Keep = ["demo-*"], Expires = ["nightly-*", "feature-*"] };

    [Theory]
    [InlineData("1.4.2", "Stays (a version)")]
    [InlineData("v1.4.2-rc.1", "Stays (a version)")]
    [InlineData("1.4.2_5", "Stays (a version)")]
    [InlineData("1.4", "Stays (a version)")]
    [InlineData("v2", "Stays (a version)")]
    [InlineData("202601312359", "Stays (a version)")] // twelve digits, like a commit
    [InlineData("latest", "Stays (the build gives it by name)")]
    [InlineData("edge", "Stays (the build gives it by name)")]
    [InlineData("stable", "Stays (the build gives it by name)")]
    [InlineData("main", "Stays (the branch 'main' is there)")]
    [InlineData("feature-x", "Stays (the branch 'feature/x' is there)")]
    [InlineData("demo-1", "Stays (Keep names it)")]
    [InlineData("by-hand", "Stays (no rule names it)")]
    [InlineData("sha256-0123456789012345678901234567890123456789012345678901234567890123", "Follows (attached to an image)")]
    [InlineData("sha256-0123456789012345678901234567890123456789012345678901234567890123.sig", "Follows (attached to an image)")]
    [InlineData("pr-7", "Goes (request 7 is closed)")]
    [InlineData("pr-7-dirty", "Goes (request 7 is closed)")]
    [InlineData("pr-8", "Stays (request 8 is open)")]
    [InlineData("pr-x", "Stays (no rule names it)")]
    [InlineData(Commit, "Goes (created 2026-05-01, and not among the 1 newest)")]
    [InlineData(Commit + "-dirty", "Goes (created 2026-05-01, and not among the 1 newest)")]
    [InlineData("nightly-5", "Goes (created 2026-05-01, and not among the 1 newest)")]
    [InlineData("feature-gone", "Goes (created 2026-05-01, and not among the 1 newest)")]
    [InlineData("0123456789abc", "Stays (no rule names it)")]
    public void A_tag_is_judged_by_its_form(string tag, string expected) =>
        Assert.Equal($"{tag}: {expected}", Judge(Rule with { KeepNewest = 1 }, Living, Tag(tag, "old")).Single(x => x.StartsWith($"{tag}: ", StringComparison.Ordinal)));

    [Fact]
    public void The_newest_stay_however_old_and_the_young_however_many()
    {
        var rule = new TagRetention { KeepNewest = 2, OlderThan = TimeSpan.FromDays(20) };
        StoredManifest[] images = [DaysOld("a", 10), DaysOld("b", 20), DaysOld("c", 21), DaysOld("d", 99)];

        var verdicts = Text(new ImageTagJudge(new ImageSpec("api", "."), rule, Living, Now)
            .Judge(Of([Tag("aaaaaaaaaaaa", "a"), Tag("bbbbbbbbbbbb", "b"), Tag("cccccccccccc", "c"), Tag("dddddddddddd", "d")], images)));
        var newest = Text(new ImageTagJudge(new ImageSpec("api", "."), rule, Living, Now).Judge(Of([Tag("cccccccccccc", "c"), Tag("dddddddddddd", "d")], images)));

        Assert.Equal(
            [
                "aaaaaaaaaaaa: Stays (not older than 20 days)",
                "bbbbbbbbbbbb: Stays (not older than 20 days)",
                "cccccccccccc: Goes (created 2026-06-10, and not among the 2 newest)",
                "dddddddddddd: Goes (created 2026-03-24, and not among the 2 newest)",
            ],
            verdicts);
        Assert.All(newest, x => Assert.EndsWith("Stays (among the 2 newest)", x));
    }

    [Fact]
    public void What_is_not_known_stays()
    {
        var nothing = new LivingRefs();

        Assert.Equal(
            [
                "0123456789ab: Stays (its age is not known)",
                "nightly-5: Stays (which branches there are is not known)",
                "pr-7: Stays (which requests are open is not known)",
            ],
            Judge(Rule, nothing, Tag(Commit, "timeless"), Tag("nightly-5", "old"), Tag("pr-7", "old"))[..3]);
    }

    [Fact]
    public void Requests_stay_where_the_rule_says_so() =>
        Assert.Equal("pr-7: Stays (ClosedRequests is not set)", Judge(Rule with { ClosedRequests = false }, Living, Tag("pr-7", "old"))[0]);

    [Fact]
    public void A_repository_without_a_branch_is_one_that_was_not_seen() => Assert.Null(new LivingRefs { Branches = [] }.Branches);

    [Fact]
    public void A_rule_that_cannot_be_meant_is_refused()
    {
        Assert.Equal("The rule for old tags has KeepNewest = 0: keep one at least: a repository without an image is no repository.", Refusal(() => new TagRetention { KeepNewest = 0 }));
        Assert.Equal("The rule for old tags has OlderThan = -1.00:00:00: no image is younger than nothing.", Refusal(() => new TagRetention { OlderThan = TimeSpan.FromDays(-1) }));
        Assert.Equal("The rule for old tags has an empty text in Expires: write a tag, or a pattern such as 'nightly-*'.", Refusal(() => new TagRetention { Expires = [""] }));
    }

    static string Refusal(Func<TagRetention> rule)
    {
        var refusal = Assert.Throws<KilnException>(() => { rule(); });
        Assert.Equal((ErrorCodes.RetentionInvalid, true), (refusal.Code, refusal.IsUsage));
        return refusal.Message;
    }

    // One image is newer than all that is judged.
    static string[] Judge(TagRetention rule, LivingRefs living, params StoredTag[] tags)
    {
        var image = new ImageSpec("api", ".") { Tags = [ImageTag.Commit, "stable"], MutableTags = ["edge"] };
        return Text(new ImageTagJudge(image, rule, living, Now).Judge(Of([.. tags, Tag("ffffffffffff", "new")], DaysOld("old", 61), DaysOld("new", 60), Manifest("timeless"))));
    }
}
