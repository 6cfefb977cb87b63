using System.Text;
using System.Text.Json.Nodes;

namespace Kiln.Receipts;

/// <summary>
/// What a receipt says, in the words of SLSA's provenance 1.0 (https://slsa.dev/spec/v1.0/provenance) as an in-toto statement 1.0. It is made of
/// the receipt alone, so the same receipt gives the same bytes.
/// </summary>
public static class Provenance
{
    /// <summary>What the statement states.</summary>
    public const string PredicateType = "https://slsa.dev/provenance/v1";

    /// <summary>How the image was made: <c>docs/guides/pushing.md</c> says what the parameters mean.</summary>
    public const string BuildType = "urn:kiln:docker-build:v1";

    /// <summary>The statement about an image and each of its platforms' manifests.</summary>
    /// <param name="receipt">What was written down when it was built.</param>
    /// <param name="repository">Where it is.</param>
    /// <param name="builder">Who built it: a URI, see SLSA's <c>builder.id</c>.</param>
    public static byte[] Of(Receipt receipt, ImageReference repository, string builder)
    {
        var name = repository.WithoutTagAndDigest().ToString();
        var statement = new JsonObject
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = new JsonArray([.. receipt.Platforms.Select(x => x.Manifest).Prepend(receipt.Digest).Distinct().Select(x =>
                (JsonNode)new JsonObject { ["name"] = name, ["digest"] = DigestOf(x) })]),
            ["predicateType"] = PredicateType,
            ["predicate"] = new JsonObject
            {
                ["buildDefinition"] = new JsonObject
                {
                    ["buildType"] = BuildType,
                    ["externalParameters"] = Parameters(receipt),
                    ["resolvedDependencies"] = new JsonArray([.. receipt.Inputs.Select(x => (JsonNode)Dependency(x))]),
                },
                ["runDetails"] = new JsonObject
                {
                    ["builder"] = new JsonObject
                    {
                        ["id"] = builder,
                        ["version"] = new JsonObject
                        {
                            ["engine"] = receipt.Builder.Engine,
                            ["buildx"] = receipt.Builder.Buildx,
                            ["buildkit"] = receipt.Builder.BuildKit,
                        },
                    },
                },
            },
        };
        return Encoding.UTF8.GetBytes(statement.ToJsonString());
    }

    static JsonObject Parameters(Receipt receipt)
    {
        var parameters = new JsonObject
        {
            ["image"] = receipt.Name,
            ["platforms"] = new JsonArray([.. receipt.Platforms.Select(x => (JsonNode)x.Platform.ToString())]),
        };
        if (receipt.Source is { } source)
            parameters["source"] = new JsonObject { ["gitCommit"] = source.Commit, ["dirty"] = source.IsDirty };
        return parameters;
    }

    // Names as BuildKit has them: an image without a scheme, an address with its own.
    static JsonObject Dependency(InputReceipt input) => new()
    {
        ["uri"] = input.Name.Contains("://", StringComparison.Ordinal) ? input.Name : $"docker-image://{input.Name}",
        ["digest"] = Digest.TryParse(input.Pin, out var digest) ? DigestOf(digest) : new JsonObject { ["gitCommit"] = input.Pin },
    };

    static JsonObject DigestOf(Digest digest) => new() { [digest.Algorithm] = digest.Hex };
}
