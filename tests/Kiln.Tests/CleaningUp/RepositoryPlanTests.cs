using Kiln.CleaningUp;
using Kiln.Oci.Registries.Referrers;
using Kiln.Primitives;
using static Kiln.Tests.CleaningUp.Contents;

namespace Kiln.Tests.CleaningUp;

/// <summary>Tags that begin with <c>old</c> would go; attachments' follow; all others stay.</summary>
public sealed class RepositoryPlanTests
{
    [Fact]
    public void An_image_goes_with_what_it_lists_and_before_it()
    {
        var plan = Plan(Of([Tag("old", "index"), Tag("kept", "other")], Manifest("index", "amd64", "arm64"), Manifest("amd64"), Manifest("arm64"), Manifest("other")));

        Assert.Equal(["old: index, amd64, arm64; 300 bytes"], plan);
    }

    [Fact]
    public void An_image_that_a_kept_tag_has_too_stays_with_both()
    {
        var content = Of([Tag("1.4.2", "image"), Tag("old", "image")], Manifest("image"));

        Assert.Empty(Plan(content));
        Assert.Equal(
            [("for a test", "1.4.2"), ("a tag that stays leads to the same image", "old")],
            RepositoryPlan.Of(content, Verdicts(content)).Kept.Select(x => (x.Why, string.Join(' ', x.Names))));
    }

    [Fact]
    public void All_tags_of_an_image_go_at_once() =>
        Assert.Equal(["old1 old2: image; 100 bytes"], Plan(Of([Tag("old1", "image"), Tag("old2", "image")], Manifest("image"))));

    [Fact]
    public void A_platform_that_a_kept_index_lists_too_stays() => Assert.Equal(
        ["old: index, amd64; 200 bytes"],
        Plan(Of([Tag("kept", "other"), Tag("old", "index")], Manifest("index", "amd64", "arm64"), Manifest("other", "arm64"), Manifest("amd64"), Manifest("arm64"))));

    [Fact]
    public void A_platform_that_a_kept_tag_has_stays_though_its_index_goes() => Assert.Equal(
        ["old: index, amd64; 200 bytes"],
        Plan(Of([Tag("old", "index"), Tag("only-arm", "arm64")], Manifest("index", "amd64", "arm64"), Manifest("amd64"), Manifest("arm64"))));

    [Fact]
    public void What_two_leftovers_share_goes_with_the_last_and_is_counted_once() => Assert.Equal(
        ["old1: one; 100 bytes", "old2: two, shared; 200 bytes"],
        Plan(Of([Tag("old1", "one"), Tag("old2", "two")], Manifest("one", "shared"), Manifest("two", "shared"), Manifest("shared"))));

    [Fact]
    public void Layers_that_a_kept_image_has_are_not_counted()
    {
        var (old, kept) = (Manifest("old") with { Blobs = [Blob("old"), Blob("base"), Blob("own")] }, Manifest("kept") with { Blobs = [Blob("kept"), Blob("base")] });

        Assert.Equal(["old: old; 200 bytes"], Plan(Of([Tag("old", "old"), Tag("kept", "kept")], old, kept)));
    }

    [Fact]
    public void What_is_attached_goes_and_stays_with_its_image() => Assert.Equal(
        ["old: image, sbom, signature; 300 bytes"],
        Plan(Of(
            [Tag("old", "image"), Tag("kept", "other")],
            Manifest("image"), Attached("sbom", "image"), Attached("signature", "sbom"), Manifest("other"), Attached("report", "other"))));

    [Fact]
    public void What_is_attached_by_a_tag_does_so_too()
    {
        StoredTag[] tags = [Tag("old", "image"), Tag("kept", "other"), Tag(TagOf("image"), "list"), Tag(TagOf("image") + ".sig", "signature"), Tag(TagOf("other"), "others")];

        Assert.Equal(
            ["old: image, list, signature, sbom; 400 bytes"],
            Plan(Of(tags, Manifest("image"), Manifest("other"), Manifest("list", "sbom"), Manifest("sbom"), Manifest("signature"), Manifest("others", "report"), Manifest("report"))));
    }

    [Fact]
    public void One_list_of_attachments_for_a_kept_image_and_one_that_goes_stays() => Assert.Equal(
        ["old: image; 100 bytes"],
        Plan(Of([Tag("old", "image"), Tag("kept", "other"), Tag(TagOf("image"), "empty"), Tag(TagOf("other"), "empty")], Manifest("image"), Manifest("other"), Manifest("empty"))));

    [Fact]
    public void An_attachment_of_something_unknown_stays() =>
        Assert.Empty(Plan(Of([Tag(TagOf("away"), "list"), Tag("old", "list")], Manifest("list"))));

    [Fact]
    public void An_attachment_with_a_tag_that_stays_keeps_its_image() =>
        Assert.Empty(Plan(Of([Tag("old", "image"), Tag("kept", "sbom")], Manifest("image"), Attached("sbom", "image"))));

    [Fact]
    public void A_platform_that_nobody_copied_along_is_no_obstacle() =>
        Assert.Equal(["old: index, away; 100 bytes"], Plan(Of([Tag("old", "index")], Manifest("index", "away"))));

    static StoredManifest Attached(string name, string subject) => Manifest(name) with { Subject = Digest(subject) };

    static string TagOf(string manifest) => ReferrersTag.Of(Digest(manifest));

    static ValueList<TagVerdict> Verdicts(RepositoryContent content) => content.Tags.Select(x => new TagVerdict(x, FateOf(x.Name), "for a test")).ToValueList();

    static Fate FateOf(string tag) => tag.StartsWith("old", StringComparison.Ordinal) ? Fate.Goes
        : tag.StartsWith("sha256-", StringComparison.Ordinal) ? Fate.Follows
        : Fate.Stays;

    static string[] Plan(RepositoryContent content)
    {
        string[] names = ["index", "amd64", "arm64", "other", "image", "one", "two", "shared", "old", "kept", "sbom", "signature", "report", "list", "others", "empty", "away"];
        return [.. RepositoryPlan.Of(content, Verdicts(content)).Leftovers.Cast<Leftover.InRegistry>()
            .Select(x => $"{string.Join(' ', x.Names)}: {string.Join(", ", x.Manifests.Select(y => names.Single(z => Digest(z) == y)))}; {x.Size} bytes")];
    }
}
