using Kiln.Locking;
using Kiln.Locking.Enforcement;

namespace Kiln.Tests.Locking.Enforcement;

public sealed class LockPolicyTests
{
    static readonly Digest One = Digest.Parse($"sha256:{new string('1', 64)}");
    static readonly ImageReference Golang = ImageReference.Parse("golang:1.24");

    static string[] RulesOf(params PinnedSource[] sources) =>
        [.. LockPolicy.Of(sources).Rules.Skip(4).Select(x => $"{x.Action} {x.MatchType} {x.Identifier}{(x.Target is null ? "" : $" → {x.Target}")}")];

    [Fact]
    public void All_that_a_Dockerfile_can_fetch_is_denied_first()
    {
        var rules = LockPolicy.Of([]).Rules;

        Assert.All(rules, x => Assert.Equal("DENY", x.Action));
        Assert.Equal(["docker-image://*", "http://*", "https://*", "git://*"], rules.Select(x => x.Identifier));
    }

    [Fact]
    public void A_tag_leads_to_its_digest_without_a_star()
    {
        var rules = RulesOf(new PinnedSource.Image(Golang, Golang.WithDigest(One)));

        Assert.Equal(
            [
                $"CONVERT WILDCARD docker-image://docker.io/library/golang:1.24 → docker-image://docker.io/library/golang:1.24@{One}",
                $"ALLOW EXACT docker-image://docker.io/library/golang:1.24@{One}",
            ],
            rules);
    }

    [Fact]
    public void Both_forms_lead_to_a_mirror()
    {
        var mirror = new Mirror("docker.io", "harbor.example.com/hub");
        var place = $"docker-image://harbor.example.com/hub/library/golang:1.24@{One}";

        var rules = RulesOf(new PinnedSource.Image(Golang, mirror.Locate(Golang.WithDigest(One))));

        Assert.Equal(
            [
                $"CONVERT WILDCARD docker-image://docker.io/library/golang:1.24 → {place}",
                $"CONVERT WILDCARD docker-image://docker.io/library/golang:1.24@{One} → {place}",
                $"ALLOW EXACT {place}",
            ],
            rules);
    }

    [Fact]
    public void A_reference_with_a_digest_is_allowed_as_it_is()
    {
        var pinned = Golang.WithDigest(One);

        Assert.Equal([$"ALLOW EXACT docker-image://docker.io/library/golang:1.24@{One}"], RulesOf(new PinnedSource.Image(pinned, pinned)));
    }

    [Fact]
    public void A_download_is_held_to_its_checksum_and_a_repository_to_its_commit()
    {
        var rules = RulesOf(
            new PinnedSource.Url("https://example.com/a", One),
            new PinnedSource.Url("https://example.com/b", null),
            new PinnedSource.Git("git://example.com/a.git#main", "git://example.com/a.git#0d18"),
            new PinnedSource.Float("docker-image://docker.io/library/alpine:edge"));

        Assert.Equal(
            [
                "CONVERT EXACT https://example.com/a → https://example.com/a",
                "ALLOW EXACT https://example.com/a",
                "ALLOW EXACT https://example.com/b",
                "CONVERT WILDCARD git://example.com/a.git#main → git://example.com/a.git#0d18",
                "ALLOW EXACT git://example.com/a.git#0d18",
                "ALLOW WILDCARD docker-image://docker.io/library/alpine:edge",
                "ALLOW WILDCARD docker-image://docker.io/library/alpine:edge@*",
            ],
            rules);
    }

    [Fact]
    public void The_policy_is_written_as_BuildKit_reads_it()
    {
        var policy = new SourcePolicy
        {
            Rules =
            [
                PolicyRule.Deny("https://*"),
                PolicyRule.Demand("https://example.com/a?x=1&y=2", [new("http.checksum", One.ToString())]),
            ],
        };

        Assert.Equal(
            """
            {
              "version": 1,
              "rules": [
                {
                  "action": "DENY",
                  "selector": {
                    "identifier": "https://*",
                    "match_type": "WILDCARD"
                  }
                },
                {
                  "action": "CONVERT",
                  "selector": {
                    "identifier": "https://example.com/a?x=1&y=2",
                    "match_type": "EXACT"
                  },
                  "updates": {
                    "identifier": "https://example.com/a?x=1&y=2",
                    "attrs": {
                      "http.checksum": "sha256:1111111111111111111111111111111111111111111111111111111111111111"
                    }
                  }
                }
              ]
            }
            """,
            policy.ToJson());
    }
}
