using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln.Oci.Registries.Http;

sealed partial class RegistryExchange
{
    const int LongestQuote = 200;

    /// <summary>Whether the same request may succeed a little later.</summary>
    public static bool IsPassing(HttpStatusCode status) => (int)status is 408 or 429 or 500 or 502 or 503 or 504;

    async Task ThrowIfFailedAsync(RegistryResponse response, CancellationToken cancellationToken)
    {
        var request = response.Request;
        if (response.Status == HttpStatusCode.Unauthorized)
            throw await RefusedAsync(response, cancellationToken);
        if (response.Status == HttpStatusCode.Forbidden)
            throw RegistryErrors.Forbidden(request, await SaidAsync(response, cancellationToken));
        if (!IsPassing(response.Status))
            return;

        var wait = RetryAfter(response);
        var said = await SaidAsync(response, cancellationToken);
        var final = RegistryErrors.Failing(request, (int)response.Status, said, wait);
        throw new TransientFailure(final) { RetryAfter = wait };
    }

    /// <summary>What to throw for a status that the caller has no use for.</summary>
    public async Task<RegistryException> UnexpectedAsync(
        RegistryResponse response, CancellationToken cancellationToken) =>
        RegistryErrors.Unexpected(response.Request, (int)response.Status, await SaidAsync(response, cancellationToken));

    async Task<RegistryException> RefusedAsync(RegistryResponse response, CancellationToken cancellationToken)
    {
        var search = await authenticator.SearchAsync(response.Request.Host, cancellationToken);
        var said = await SaidAsync(response, cancellationToken);
        return RegistryErrors.Refused(response.Request.Host.Name, response.Request.Description, said, search.Tried);
    }

    static TimeSpan? RetryAfter(RegistryResponse response) => response.Message.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > DateTimeOffset.UtcNow => date - DateTimeOffset.UtcNow,
        _ => null,
    };

    // Only the specification's own error form is quoted: other bodies are pages of HTML, or echo what was sent.
    async Task<string> SaidAsync(RegistryResponse response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await response.ReadAsync(64 * 1024, cancellationToken);
            var answer = JsonSerializer.Deserialize(bytes, ErrorJson.Default.ErrorAnswer);
            var text = string.Join(", ", (answer?.Errors ?? []).Select(error => $"{error.Code}: {error.Message}"));
            var quote = authenticator.Redact(text.ReplaceLineEndings(" "));
            return text.Length == 0 ? "" : $", '{(quote.Length > LongestQuote ? quote[..LongestQuote] + "…" : quote)}'";
        }
        // The status is the news; what could not be read beside it would only hide it.
        catch (Exception error) when (error is JsonException or KilnException or TransientFailure)
        {
            return "";
        }
    }
}

sealed record ErrorAnswer
{
    [JsonPropertyName("errors")] public List<ErrorEntry>? Errors { get; init; }
}

sealed record ErrorEntry
{
    [JsonPropertyName("code")] public string? Code { get; init; }
    [JsonPropertyName("message")] public string? Message { get; init; }
}

[JsonSerializable(typeof(ErrorAnswer))]
sealed partial class ErrorJson : JsonSerializerContext;
