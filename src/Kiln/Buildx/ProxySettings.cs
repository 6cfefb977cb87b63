using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>
/// Proxies for the steps of all images, as Docker's predefined build arguments: BuildKit keeps them out of the image and of the cache
/// key. Addresses may hold a password: it stays in the environment, and is masked in messages.
/// </summary>
public sealed record ProxySettings
{
    /// <summary>For http. Default: none.</summary>
    public string? Http { get; init; }

    /// <summary>For https. Default: none.</summary>
    public string? Https { get; init; }

    /// <summary>Hosts that are reached without one, with commas between them. Default: none.</summary>
    public string? Except { get; init; }

    /// <summary>What this process itself uses: <c>HTTP_PROXY</c>, <c>HTTPS_PROXY</c>, <c>NO_PROXY</c>, or the same in small letters.</summary>
    public static ProxySettings OfEnvironment => new()
    {
        Http = Variable("HTTP_PROXY"),
        Https = Variable("HTTPS_PROXY"),
        Except = Variable("NO_PROXY"),
    };

    /// <summary>Arguments by name (docs.docker.com/reference/dockerfile, "Predefined ARGs").</summary>
    internal ValueMap<string> Arguments => new (string Name, string? Value)[]
    {
        ("HTTP_PROXY", Http), ("HTTPS_PROXY", Https), ("NO_PROXY", Except),
    }
    .Where(x => !string.IsNullOrEmpty(x.Value))
    .Select(x => KeyValuePair.Create(x.Name, x.Value!)).ToValueMap();

    /// <summary>What nobody should read: user and password of the addresses.</summary>
    internal IEnumerable<string> Secrets => new[] { Http, Https }
        .Select(x => Uri.TryCreate(x, UriKind.Absolute, out var address) ? address.UserInfo : "")
        .SelectMany(x => x.Split(':', 2).Skip(1).Append(x))
        .Where(x => x.Length > 0);

    static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? Environment.GetEnvironmentVariable(name.ToLowerInvariant());
}
