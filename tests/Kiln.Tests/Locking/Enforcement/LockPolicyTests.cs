using Kiln.Locking;
using Kiln.Locking.Enforcement;

namespace Kiln.Tests.Locking.Enforcement;

public sealed class LockPolicyTests
{
    static readonly Digest One = LockSamples.Digest('1');
    static readonly Digest Two = LockSamples.Digest('2');

    static PinnedSource Pin(string written, string place, Digest digest) =>
        new PinnedSource.Image(ImageReference.Parse(written), ImageReference.Parse(place).WithDigest(digest));

    static IEnumerable<string> RulesOf(params PinnedSource[] sources) => LockPolicy.Of(sources).Rules.Skip(4).Select(x =>
        $"{x.Action} {x.MatchType} {x.Identifier}{(x.Target is { } target ? $" to {target}" : "")}");

    [Fact]
    public void Everything_is_refused_and_then_each_source_allowed()
    {
        var policy = LockPolicy.Of(
        [
            Pin("golang:1.24", "docker.io/library/golang:1.24", One),
            Pin("golang:1.24-alpine", "harbor.example.com/hub/library/golang:1.24-alpine", Two),
            new PinnedSource.Url("https://example.com/a.tgz", LockSamples.Digest('3')),
            new PinnedSource.Url("https://example.com/b.tgz", Checksum: null),
            new PinnedSource.Git("git://example.com/r.git#v1:docs", $"git://example.com/r.git#{LockSamples.Commit}:docs"),
            new PinnedSource.Float("https://example.com/nightly/*"),
        ]);

        Snapshot.Matches(policy.ToJson(), "policy.json");
    }

    [Fact]
    public void A_tag_leads_to_its_digest_in_both_forms_that_BuildKit_asks_by() => Assert.Equal(
        [
            $"CONVERT WILDCARD docker-image://docker.io/library/golang:1.24 to docker-image://docker.io/library/golang:1.24@{One}",
            $"ALLOW EXACT docker-image://docker.io/library/golang:1.24@{One}",
        ],
        RulesOf(Pin("golang:1.24", "golang:1.24", One)));

    [Fact]
    public void No_rule_for_one_tag_matches_another_that_begins_like_it() =>
        Assert.All(RulesOf(Pin("golang:1.24", "golang:1.24", One), Pin("golang:1.24-alpine", "golang:1.24-alpine", Two)), x => Assert.DoesNotContain('*', x));

    [Fact]
    public void A_mirror_takes_the_place_of_the_origin_which_is_not_allowed() => Assert.Equal(
        [
            $"CONVERT WILDCARD docker-image://docker.io/library/a:1 to docker-image://m.example.com/library/a:1@{One}",
            $"CONVERT WILDCARD docker-image://docker.io/library/a:1@{One} to docker-image://m.example.com/library/a:1@{One}",
            $"ALLOW EXACT docker-image://m.example.com/library/a:1@{One}",
        ],
        RulesOf(Pin("a:1", "m.example.com/library/a:1", One)));

    [Fact]
    public void A_reference_with_a_digest_is_only_allowed() => Assert.Equal(
        [$"ALLOW EXACT docker-image://docker.io/library/a@{One}"], RulesOf(Pin($"a@{One}", "a", One)));

    [Fact]
    public void A_checksum_is_demanded_of_a_download() => Assert.Equal(
        ["CONVERT EXACT https://e.com/a to https://e.com/a", "ALLOW EXACT https://e.com/a"],
        RulesOf(new PinnedSource.Url("https://e.com/a", One)));

    [Fact]
    public void What_the_Dockerfile_pins_is_allowed_as_it_is() => Assert.Equal(
        ["ALLOW EXACT https://e.com/a", "ALLOW EXACT git://e.com/r.git#c"],
        RulesOf(new PinnedSource.Url("https://e.com/a", null), new PinnedSource.Git("git://e.com/r.git#c", "git://e.com/r.git#c")));

    [Fact]
    public void One_source_that_several_lines_name_makes_its_rules_once() =>
        Assert.Equal(2, RulesOf(Pin("a:1", "a:1", One), Pin("a:1", "a:1", One)).Count());

    [Fact]
    public void Mirrors_alone_refuse_nothing()
    {
        var policy = SourcePolicy.Through([new Mirror("docker.io", RegistryNamespace.Parse("harbor.example.com/hub"))]);

        Snapshot.Matches(policy.ToJson(), "mirrors.json");
    }

    [Fact]
    public void The_policy_that_allows_everything_is_empty()
    {
        Assert.True(SourcePolicy.Everything.IsEmpty);
        Assert.False(LockPolicy.Of([]).IsEmpty);
    }
}
