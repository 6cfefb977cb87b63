using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Kiln.Oci.Registries.Http;

namespace Kiln.Oci.Registries;

public sealed partial class RegistryClient
{
    const int LargestPage = 16 * 1024 * 1024;

    /// <summary>All tags of a repository, page after page; none where the repository does not exist.</summary>
    public async Task<IReadOnlyList<string>> ListTagsAsync(
        ImageReference repository, CancellationToken cancellationToken = default)
    {
        var tags = new List<string>();
        var visited = new HashSet<Uri>();
        var request = Read(HttpMethod.Get, repository, "tags/list?n=1000");
        while (visited.Add(request.Address))
        {
            using var response = await _exchange.SendAsync(request, cancellationToken);
            if (response.Status == HttpStatusCode.NotFound)
                return [];
            if (response.Status != HttpStatusCode.OK)
                throw await _exchange.UnexpectedAsync(response, cancellationToken);

            tags.AddRange(await ReadTagsAsync(response, cancellationToken));
            if (NextPage(response) is not { } next)
                break;
            request = request with { Address = next };
        }

        return tags;
    }

    async Task<IEnumerable<string>> ReadTagsAsync(RegistryResponse response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await response.ReadAsync(LargestPage, cancellationToken);
            return JsonSerializer.Deserialize(bytes, TagJson.Default.TagPage)?.Tags ?? [];
        }
        catch (JsonException)
        {
            throw await _exchange.UnexpectedAsync(response, cancellationToken);
        }
        catch (TransientFailure failure)
        {
            throw failure.Final;
        }
    }

    static Uri? NextPage(RegistryResponse response)
    {
        var match = NextLink().Match(response.Header("Link") ?? "");
        if (!match.Success)
            return null;
        var next = new Uri(response.Request.Address, match.Groups["address"].Value);
        return response.Request.Host.Owns(next)
            ? next
            : throw RegistryErrors.Redirect(response.Request, $"the next page of tags lies on '{next.Host}'");
    }

    [GeneratedRegex("""<(?<address>[^>]*)>\s*;\s*rel="?next"?""")]
    private static partial Regex NextLink();
}

sealed record TagPage
{
    [JsonPropertyName("tags")] public List<string>? Tags { get; init; }
}

[JsonSerializable(typeof(TagPage))]
sealed partial class TagJson : JsonSerializerContext;
