using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Http.Headers;
using Kiln.Processes;

namespace Kiln.Oci.Registries.Http;

/// <summary>
/// Knows what to send along to which registry, and learns it from challenges. Tokens are kept by scope.
/// </summary>
sealed class Authenticator(ICredentialSource credentials, TokenService tokens)
{
    readonly ConcurrentDictionary<(RegistryHost Host, string Scopes), Grant> _grants = new();
    readonly ConcurrentDictionary<RegistryHost, Task<CredentialSearch>> _searches = new();
    readonly SemaphoreSlim _oneAtATime = new(1);
    Redactor _redactor = Redactor.None;

    /// <summary>Hides everything that was ever sent along.</summary>
    public string Redact(string text) => _redactor.Redact(text);

    public AuthenticationHeaderValue? Known(RegistryRequest request) =>
        _grants.TryGetValue(KeyOf(request), out var grant) && grant.UsableUntil > DateTimeOffset.UtcNow
            ? grant.Header
            : null;

    /// <summary>
    /// What answers the challenges, or null where nothing can. Requests that wait for the same answer share it.
    /// </summary>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(
        RegistryRequest request,
        IReadOnlyList<Challenge> challenges,
        AuthenticationHeaderValue? rejected,
        CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (Known(request) is { } known && !known.Equals(rejected))
                return known;
            var grant = await FindAnswerAsync(request, challenges, cancellationToken);
            if (grant is null || grant.Header.Equals(rejected))
                return null;
            Hide(grant.Header.Parameter);
            _grants[KeyOf(request)] = grant;
            return grant.Header;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async Task<CredentialSearch> SearchAsync(RegistryHost host, CancellationToken cancellationToken)
    {
        // What one caller waits for must not end with another's patience.
        var search = await _searches.GetOrAdd(host, _ => credentials.FindAsync(host.Name, CancellationToken.None))
            .WaitAsync(cancellationToken);
        Hide(search.Credential?.Secret);
        return search;
    }

    void Hide(string? secret)
    {
        if (secret is not null)
            ImmutableInterlocked.Update(ref _redactor, redactor => redactor.With(secret));
    }

    async Task<Grant?> FindAnswerAsync(
        RegistryRequest request, IReadOnlyList<Challenge> challenges, CancellationToken cancellationToken)
    {
        var credential = (await SearchAsync(request.Host, cancellationToken)).Credential;
        if (challenges.FirstOrDefault(challenge => challenge.IsBearer) is { } bearer)
            return credential is RegistryCredential.BearerToken given
                ? Grant.Lasting("Bearer", given.Secret)
                : Grant.Of(await tokens.GetAsync(
                    request.Host, bearer, ScopesFor(request, bearer), credential, cancellationToken));

        var takesPasswords = challenges.Any(challenge => challenge.IsBasic);
        return takesPasswords && credential is RegistryCredential.UsernamePassword password
            ? new Grant(TokenService.BasicHeader(password), DateTimeOffset.MaxValue)
            : null;
    }

    // A registry may call a repository otherwise than its address does; then its own word for the scope counts too.
    static IReadOnlyList<string> ScopesFor(RegistryRequest request, Challenge bearer) =>
        [.. request.Scopes.Union((bearer.Parameters.GetValueOrDefault("scope") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(scope => !request.Scopes.Any(own => own.StartsWith(scope, StringComparison.Ordinal))))];

    static (RegistryHost, string) KeyOf(RegistryRequest request) => (request.Host, string.Join(' ', request.Scopes));

    sealed record Grant(AuthenticationHeaderValue Header, DateTimeOffset UsableUntil)
    {
        public static Grant Lasting(string scheme, string secret) => new(new(scheme, secret), DateTimeOffset.MaxValue);

        public static Grant? Of(IssuedToken? token) =>
            token is null ? null : new Grant(new("Bearer", token.Secret), token.UsableUntil);
    }
}
