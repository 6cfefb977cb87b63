using System.Text.Json.Nodes;
using Kiln.Receipts;
using static Kiln.Tests.Buildx.ReceiptSamples;

namespace Kiln.Tests.Receipts;

public sealed class ProvenanceTests
{
    static readonly ImageReference Repository = ImageReference.Parse("registry.example.com/team/api:1");

    [Fact]
    public void It_says_what_was_built_from_what_and_by_whom_in_the_words_of_SLSA()
    {
        var receipt = Receipt("api", Platform(Kiln.Platform.LinuxAmd64, Layer(1, 1, "COPY a b"))) with
        {
            Source = new SourceReceipt("0123456789012345678901234567890123456789", DateTimeOffset.UnixEpoch, IsDirty: false),
            Inputs =
            [
                new InputReceipt("docker.io/library/alpine:3", $"{Digest.OfBytes([7])}"),
                new InputReceipt("https://example.com/tool.git#v1", "9876543210987654321098765432109876543210"),
            ],
        };

        var statement = JsonNode.Parse(Provenance.Of(receipt, Repository, "https://github.com/actions/runner/github-hosted"))!;

        Assert.Equal("https://in-toto.io/Statement/v1", (string?)statement["_type"]);
        Assert.Equal(Provenance.PredicateType, (string?)statement["predicateType"]);
        Assert.Equal(
            receipt.Platforms.Select(x => x.Manifest.Hex).Prepend(receipt.Digest.Hex).Distinct(),
            statement["subject"]!.AsArray().Select(x => (string?)x!["digest"]!["sha256"]));
        Assert.All(statement["subject"]!.AsArray(), x => Assert.Equal("registry.example.com/team/api", (string?)x!["name"]));
        var definition = statement["predicate"]!["buildDefinition"]!;
        Assert.Equal("0123456789012345678901234567890123456789", (string?)definition["externalParameters"]!["source"]!["gitCommit"]);
        Assert.Equal(
            [("docker-image://docker.io/library/alpine:3", Digest.OfBytes([7]).Hex), ("https://example.com/tool.git#v1", "9876543210987654321098765432109876543210")],
            definition["resolvedDependencies"]!.AsArray().Select(x => ((string?)x!["uri"], (string?)(x["digest"]!["sha256"] ?? x["digest"]!["gitCommit"]))));
        Assert.Equal("https://github.com/actions/runner/github-hosted", (string?)statement["predicate"]!["runDetails"]!["builder"]!["id"]);
    }
}
