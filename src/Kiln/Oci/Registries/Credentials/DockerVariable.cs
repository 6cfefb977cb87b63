using System.Text.Json;

namespace Kiln.Oci.Registries.Credentials;

/// <summary>
/// What <c>DOCKER_AUTH_CONFIG</c> holds: the programs of docker look there before they look into their file, and GitLab's runner knows it too
/// (docker/cli 28.3, cli/config/configfile/file.go).
/// </summary>
/// <param name="text">The variable's value; null or empty where it is not set.</param>
public sealed class DockerVariable(string? text) : ICredentialSource
{
    /// <summary>The variable's name.</summary>
    public const string Name = "DOCKER_AUTH_CONFIG";

    /// <summary>The process's own.</summary>
    public static DockerVariable OfUser => new(Environment.GetEnvironmentVariable(Name));

    /// <inheritdoc />
    public Task<CredentialSearch> FindAsync(string registry, CancellationToken cancellationToken) => Task.FromResult(Find(registry));

    CredentialSearch Find(string registry)
    {
        if (string.IsNullOrEmpty(text))
            return new CredentialSearch();
        var credential = Auths()?.FirstOrDefault(x => DockerAddress.Means(x.Key, registry)).Value?.ToCredential();
        return new CredentialSearch { Credential = credential, Tried = [$"{Name}: {(credential is null ? "none" : "found")}"] };
    }

    /// <summary>
    /// The same value with these logins, which win. Null where there is nothing to add, and where docker could not read the value: it says that itself,
    /// and goes on without.
    /// </summary>
    internal string? With(IEnumerable<KeyValuePair<string, RegistryCredential.UsernamePassword>> logins)
    {
        var added = logins.ToDictionary(x => DockerAddress.Of(x.Key), x => DockerConfigEntry.Of(x.Value));
        if (added.Count == 0 || Auths() is not { } auths)
            return null;
        foreach (var (address, entry) in auths)
            added.TryAdd(address, entry);
        return JsonSerializer.Serialize(new DockerAuths(added), DockerJson.Default.DockerAuths);
    }

    Dictionary<string, DockerConfigEntry>? Auths()
    {
        try
        {
            return string.IsNullOrEmpty(text) ? [] : JsonSerializer.Deserialize(text, DockerJson.Default.DockerConfigFile)?.Auths ?? [];
        }
        catch (JsonException)
        {
            // Its text may hold passwords, so it is not quoted anywhere.
            return null;
        }
    }
}
