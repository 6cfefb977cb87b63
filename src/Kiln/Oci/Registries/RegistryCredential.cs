namespace Kiln.Oci.Registries;

/// <summary>What a registry asks for. None of it is ever printed: the text of every case is its kind.</summary>
public abstract record RegistryCredential
{
    RegistryCredential(string secret) => Secret = secret;

    internal string Secret { get; }

    /// <summary>A name and a password or personal token.</summary>
    public static RegistryCredential OfPassword(string username, string password) =>
        new UsernamePassword(username, password);

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A name and a password or personal token.</summary>
    public sealed record UsernamePassword(string Username, string Password) : RegistryCredential(Password);

    /// <summary>What <c>docker login</c> keeps for registries that give out refresh tokens.</summary>
    public sealed record IdentityToken(string Token) : RegistryCredential(Token);

    /// <summary>A token that is sent as it is.</summary>
    public sealed record BearerToken(string Token) : RegistryCredential(Token);
}
