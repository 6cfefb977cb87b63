using Kiln.Commits;
using Kiln.Pushing;

namespace Kiln.Tests.Pushing;

public sealed class TagPlanTests
{
    static readonly SourceCommit Commit = new(new string('c', 40), DateTimeOffset.UnixEpoch) { Branch = "main", Tags = ["nightly", "v1.4.2"] };

    static readonly ImageSpec All = Image(ImageTag.Commit, ImageTag.Branch, ImageTag.PullRequest, ImageTag.Version, "latest") with
    {
        MutableTags = ["latest"],
    };

    static ImageSpec Image(params ImageTag[] tags) => new("api", "/api") { Tags = [.. tags] };

    static string Plan(ImageSpec image, SourceCommit? commit = null, HostedReference? host = null, params string[] given) =>
        string.Join(' ', TagPlan.For(image, commit, [.. given], host).Select(x => x.Name + (x.IsMutable ? "~" : "")));

    static KilnException Refusal(ImageSpec image, SourceCommit? commit = null, HostedReference? host = null) =>
        Assert.Throws<KilnException>(() => TagPlan.For(image, commit, [], host));

    [Fact]
    public void On_a_laptop_git_names_branch_and_version() =>
        Assert.Equal("cccccccccccc main~ 1.4.2 1.4~ 1~ latest~", Plan(All, Commit));

    [Fact]
    public void On_a_host_the_host_does_whatever_git_has_checked_out()
    {
        Assert.Equal("cccccccccccc feature-x~ latest~", Plan(All, Commit, new() { Branch = "feature/x" }));
        Assert.Equal("cccccccccccc pr-12~ latest~", Plan(All, Commit, new() { PullRequest = "12" }));
        Assert.Equal("cccccccccccc 2.0.0-rc.1 latest~", Plan(All, Commit, new() { Tag = "v2.0.0-rc.1" }));
        Assert.Equal("cccccccccccc latest~", Plan(All, Commit, new() { Tag = "nightly" }));
    }

    [Fact]
    public void Where_nothing_applies_the_commit_names_the_image()
    {
        Assert.Equal("cccccccccccc", Plan(Image(ImageTag.PullRequest), Commit));
        Assert.Equal("cccccccccccc", Plan(Image(), Commit));
        Assert.Equal("KILN1006", Refusal(Image(ImageTag.Branch, ImageTag.Version)).Code);
    }

    [Fact]
    public void Tags_of_the_run_win_and_are_texts() =>
        Assert.Equal("branch v1", Plan(All, Commit, null, "branch", "v1"));

    [Fact]
    public void Uncommitted_changes_take_no_name_that_others_rely_on()
    {
        var dirty = Commit with { IsDirty = true };

        Assert.Equal(
            "cccccccccccc-dirty~ main-dirty~ 1.4.2-dirty~ own",
            Plan(Image(ImageTag.Commit, ImageTag.Branch, ImageTag.Version, "own"), dirty));
        Assert.Equal("KILN1007", Refusal(All, dirty).Code);
    }

    [Fact]
    public void A_given_version_needs_no_git()
    {
        Assert.Equal("0.3.1 0.3~", Plan(Image(ImageTag.OfVersion("v0.3.1"))));
        Assert.Equal("KILN1019", Assert.Throws<KilnException>(() => ImageTag.OfVersion("1.4")).Code);
    }

    [Fact]
    public void A_git_tag_that_begins_like_a_version_must_be_one()
    {
        var error = Refusal(All, Commit, new() { Tag = "v1.4" });

        Assert.Equal("KILN1019", error.Code);
        Assert.Equal(
            "Image 'api' is tagged with the version, and the git tag 'v1.4' is no semantic version. "
            + "Tag the commit as in v1.4.2 or v1.4.2-rc.1, or give a version with ImageTag.OfVersion.",
            error.Message);
    }

    [Fact]
    public void Two_versions_at_one_commit_are_for_people_to_decide()
    {
        var error = Refusal(All, Commit with { Tags = ["v1.4.2", "v1.4.3"] });

        Assert.Equal("KILN1019", error.Code);
        Assert.Contains("'1.4.2', '1.4.3'", error.Message);
    }

    [Theory]
    [InlineData("main", "main")]
    [InlineData("feature/x", "feature-x")]
    [InlineData("dependabot/npm/@types/node-22.1", "dependabot-npm--types-node-22.1")]
    [InlineData(".hidden", "hidden")]
    [InlineData("größe", "gr--e")]
    [InlineData("日本", "branch-", 15)]
    public void A_branch_becomes_a_tag(string branch, string begin, int? length = null)
    {
        var tag = Assert.Single(TagPlan.For(Image(ImageTag.Branch), Commit with { Branch = branch }, []));

        Assert.StartsWith(begin, tag.Name);
        Assert.Equal(length ?? begin.Length, tag.Name.Length);
        Assert.Equal(branch == "main", tag.Note is null);
    }

    [Fact]
    public void Long_branches_stay_apart_and_leave_room_for_what_is_added()
    {
        string TagOf(string branch, bool isDirty) =>
            TagPlan.For(Image(ImageTag.Branch), Commit with { Branch = branch, IsDirty = isDirty }, [])[0].Name;
        var (one, two) = (new string('a', 128) + "1", new string('a', 128) + "2");

        Assert.Equal(128, TagOf(one, false).Length);
        Assert.NotEqual(TagOf(one, false), TagOf(two, false));
        Assert.Equal(128, TagOf(one, true).Length);
        Assert.EndsWith("-dirty", TagOf(one, true));
        Assert.Equal(new string('a', 128), TagOf(one[..128], false));
    }

    [Fact]
    public void A_changed_name_is_said() =>
        Assert.Equal(
            "The tag 'feature-x' stands for the branch 'feature/x'; a branch of that very name would share it",
            TagPlan.For(Image(ImageTag.Branch), Commit with { Branch = "feature/x" }, [])[0].Note);

    [Fact]
    public void What_moves_and_what_never_does_cannot_be_one_tag()
    {
        var error = Refusal(Image(ImageTag.Branch, "main"), Commit);

        Assert.Equal("KILN1020", error.Code);
        Assert.Equal(
            "Image 'api' would get the tag 'main' twice, once to be moved and once never: by branch and by 'main'. "
            + "Leave one of them out, or rename the branch.",
            error.Message);
        Assert.Equal("latest~", Plan(Image(ImageTag.Branch, "latest") with { MutableTags = ["latest"] }, Commit with { Branch = "latest" }));
    }

    [Theory]
    [InlineData("1.4")]
    [InlineData("2")]
    [InlineData("1.4.3")]
    [InlineData("1.4.3-rc.1")]
    public void A_branch_cannot_take_the_place_of_a_version(string branch)
    {
        var image = Image(ImageTag.Branch, ImageTag.Version);

        Assert.Equal("KILN1020", Refusal(image, Commit with { Branch = branch, Tags = [] }).Code);
        Assert.Equal($"{branch}~", Plan(Image(ImageTag.Branch), Commit with { Branch = branch }));
    }

    [Fact]
    public void A_whole_version_never_moves() =>
        Assert.Contains(
            "lets its tag '1.4.2' be moved",
            Refusal(Image(ImageTag.Version) with { MutableTags = ["1.4.2"] }, Commit).Message);

    [Fact]
    public void What_cannot_be_a_tag_is_refused() =>
        Assert.Equal("KILN1012", Refusal(Image("a/b"), Commit).Code);
}
