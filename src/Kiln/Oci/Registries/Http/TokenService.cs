using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln.Oci.Registries.Http;

/// <summary>
/// Gets tokens where a Bearer challenge says: by GET with a name and password, or by POST with a refresh token (the
/// distribution project's token and oauth2 specifications).
/// </summary>
sealed class TokenService(RegistryTransport transport)
{
    const int LargestAnswer = 1024 * 1024;

    public async Task<IssuedToken?> GetAsync(
        RegistryHost host,
        Challenge challenge,
        IReadOnlyList<string> scopes,
        RegistryCredential? credential,
        CancellationToken cancellationToken)
    {
        var realm = ReadRealm(host, challenge);
        var service = challenge.Parameters.GetValueOrDefault("service");
        var request = credential is RegistryCredential.IdentityToken refresh
            ? Post(host, realm, service, scopes, refresh)
            : Get(host, realm, service, scopes);

        using var response = await transport.SendAsync(
            request, message => Authorize(message, credential), cancellationToken);
        return response.Status switch
        {
            HttpStatusCode.OK => await ReadAsync(host, realm, response, cancellationToken),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest => null,
            var status when RegistryExchange.IsPassing(status) => throw new TransientFailure(
                RegistryErrors.Token(host.Name, realm.Host, $"it answered HTTP {(int)status}")),
            var status => throw RegistryErrors.Token(host.Name, realm.Host, $"it answered HTTP {(int)status}"),
        };
    }

    // Credentials go to the realm, so it must be a place that nobody can listen to.
    static Uri ReadRealm(RegistryHost host, Challenge challenge)
    {
        var text = challenge.Parameters["realm"];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var realm) || realm.Scheme is not ("https" or "http"))
            throw RegistryErrors.Token(host.Name, text, "it is not an address");
        return realm.Scheme == "https" || realm.IsLoopback
            ? realm
            : throw RegistryErrors.Token(host.Name, realm.Host, "it is spoken to without encryption, so no "
                + "credentials are sent there");
    }

    static RegistryRequest Get(RegistryHost host, Uri realm, string? service, IReadOnlyList<string> scopes)
    {
        var query = new StringBuilder(realm.Query.TrimStart('?'));
        foreach (var (name, value) in scopes.Select(scope => ("scope", scope)).Prepend(("service", service ?? "")))
            if (value.Length > 0)
                query.Append(query.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        var address = new UriBuilder(realm) { Query = query.ToString() }.Uri;
        return new RegistryRequest(host, HttpMethod.Get, address) { Scopes = [] };
    }

    static RegistryRequest Post(
        RegistryHost host,
        Uri realm,
        string? service,
        IReadOnlyList<string> scopes,
        RegistryCredential.IdentityToken refresh) =>
        new(host, HttpMethod.Post, realm)
        {
            Scopes = [],
            Body = _ => new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refresh.Secret,
                ["service"] = service ?? "",
                ["client_id"] = "kiln",
                ["scope"] = string.Join(' ', scopes),
            }),
        };

    static void Authorize(HttpRequestMessage message, RegistryCredential? credential)
    {
        if (credential is RegistryCredential.UsernamePassword password)
            message.Headers.Authorization = BasicHeader(password);
    }

    public static AuthenticationHeaderValue BasicHeader(RegistryCredential.UsernamePassword password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{password.Username}:{password.Secret}")));

    static async Task<IssuedToken> ReadAsync(
        RegistryHost host, Uri realm, RegistryResponse response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await response.ReadAsync(LargestAnswer, cancellationToken);
            var answer = JsonSerializer.Deserialize(bytes, TokenJson.Default.TokenAnswer);
            // The specification's default and minimum is 60 seconds; a part of it is left for the way.
            var lifetime = TimeSpan.FromSeconds(Math.Clamp(answer?.ExpiresIn ?? 60, 60, 86_400) * 0.8);
            if ((answer?.Token ?? answer?.AccessToken) is { Length: > 0 } token)
                return new IssuedToken(token, DateTimeOffset.UtcNow + lifetime);
        }
        // Its text could quote the token, so only the fact is told.
        catch (JsonException)
        {
        }

        throw RegistryErrors.Token(host.Name, realm.Host, "its answer holds no token");
    }
}

sealed record IssuedToken(string Secret, DateTimeOffset UsableUntil)
{
    public override string ToString() => nameof(IssuedToken);
}

sealed record TokenAnswer
{
    [JsonPropertyName("token")] public string? Token { get; init; }
    [JsonPropertyName("access_token")] public string? AccessToken { get; init; }
    [JsonPropertyName("expires_in")] public int? ExpiresIn { get; init; }

    public override string ToString() => nameof(TokenAnswer);
}

[JsonSerializable(typeof(TokenAnswer))]
sealed partial class TokenJson : JsonSerializerContext;
