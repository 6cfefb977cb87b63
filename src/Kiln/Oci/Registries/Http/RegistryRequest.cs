using Kiln.Primitives;

namespace Kiln.Oci.Registries.Http;

/// <summary>One request, as data, so that it can be sent again.</summary>
sealed record RegistryRequest(RegistryHost Host, HttpMethod Method, Uri Address)
{
    /// <summary>What a token must allow, as the distribution project's token specification writes it.</summary>
    public required ValueList<string> Scopes { get; init; }

    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Makes the body anew for each attempt; it reports when it moves.</summary>
    public Func<Action, HttpContent>? Body { get; init; }

    /// <summary>For messages. Queries are left out: they carry upload states and signatures.</summary>
    public string Description => $"{Method} {Address.AbsolutePath}";

    public HttpRequestMessage ToMessage(Action touch)
    {
        var message = new HttpRequestMessage(Method, Address) { Content = Body?.Invoke(touch) };
        foreach (var type in Accept)
            message.Headers.Accept.ParseAdd(type);
        return message;
    }

    public static string Pull(string repository) => $"repository:{repository}:pull";

    public static string PullAndPush(string repository) => $"repository:{repository}:pull,push";

    public static string PullAndDelete(string repository) => $"repository:{repository}:pull,delete";
}
