namespace Kiln.Oci.Registries.Credentials;

/// <summary>
/// With what BuildKit asks registries for bases and caches beside what <c>docker login</c> stored: what the run was given, and what its CI host gives for its
/// own registry. They are handed to buildx in its environment, so that they lie in no file; none of it is ever printed.
/// </summary>
public sealed class BuildLogins
{
    readonly IReadOnlyDictionary<string, RegistryCredential.UsernamePassword> _logins;

    BuildLogins(IReadOnlyDictionary<string, RegistryCredential.UsernamePassword> logins, DockerVariable before)
    {
        _logins = logins;
        Variable = before.With(logins);
    }

    /// <summary>Nothing beside what <c>docker login</c> stored.</summary>
    public static BuildLogins None { get; } = new(new Dictionary<string, RegistryCredential.UsernamePassword>(), new DockerVariable(null));

    /// <summary>The value of <see cref="DockerVariable.Name"/> for buildx; null where it stays as it is.</summary>
    internal string? Variable { get; }

    /// <summary>Looks for logins. Tokens that are no passwords stay out, as docker's variable has no words for them.</summary>
    /// <param name="given">What the run was given, by registry.</param>
    /// <param name="stored">What buildx finds by itself; where that has a login for the host's registry, it counts.</param>
    /// <param name="hosted">What the CI host gives.</param>
    /// <param name="before">The variable as it is, whose other logins are kept.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static async Task<BuildLogins> FindAsync(
        IEnumerable<KeyValuePair<string, RegistryCredential>> given,
        ICredentialSource stored,
        HostedCredentials hosted,
        DockerVariable before,
        CancellationToken cancellationToken)
    {
        var logins = new Dictionary<string, RegistryCredential.UsernamePassword>(StringComparer.OrdinalIgnoreCase);
        foreach (var (registry, credential) in given)
        {
            if (credential is RegistryCredential.UsernamePassword login)
                logins[registry] = login;
        }

        if (hosted.Registry is { } own && !logins.ContainsKey(own)
            && (await hosted.FindAsync(own, cancellationToken)).Credential is RegistryCredential.UsernamePassword hosts
            && (await stored.FindAsync(own, cancellationToken)).Credential is null)
        {
            logins[own] = hosts;
        }

        return new BuildLogins(logins, before);
    }

    /// <summary>What buildx will find, for whoever tries out a registry before it does.</summary>
    /// <param name="stored">What it finds by itself.</param>
    public ICredentialSource Before(ICredentialSource stored) =>
        Variable is null ? stored : new CredentialChain(new GivenCredentials(_logins.Select(x => KeyValuePair.Create(x.Key, (RegistryCredential)x.Value))), stored);
}
