using System.Text.Json;
using Kiln.Processes;

namespace Kiln.Oci.Registries.Credentials;

/// <summary>
/// What <c>docker login</c> stored: the registry's own helper first, then the general store, then the file itself.
/// </summary>
/// <param name="configFile">Docker's <c>config.json</c>; it need not exist.</param>
/// <param name="helper">Runs the helpers that the file names.</param>
public sealed class DockerCredentials(string configFile, ICredentialHelper helper) : ICredentialSource
{
    /// <summary>The user's own: <c>DOCKER_AUTH_CONFIG</c>, then the file in <c>DOCKER_CONFIG</c> where that is set, else in <c>~/.docker</c>.</summary>
    public static ICredentialSource OfUser(CommandRunner runner) =>
        new CredentialChain(DockerVariable.OfUser, new DockerCredentials(DockerFolder.FileOfUser, new CredentialHelperPrograms(runner)));

    /// <inheritdoc />
    public async Task<CredentialSearch> FindAsync(string registry, CancellationToken cancellationToken)
    {
        if (DockerConfigFile.Read(configFile) is not { } config)
            return new CredentialSearch { Tried = [$"'{configFile}': no such file"] };

        var tried = new List<string>();
        foreach (var name in HelpersFor(config, registry))
            if (await AskAsync(name, registry, tried, cancellationToken) is { } fromHelper)
                return new CredentialSearch { Credential = fromHelper, Tried = [.. tried] };

        var entry = config.Auths?.FirstOrDefault(auth => DockerAddress.Means(auth.Key, registry)).Value;
        var credential = entry?.ToCredential();
        tried.Add($"'{configFile}', auths: {(credential is null ? "none" : "found")}");
        return new CredentialSearch { Credential = credential, Tried = [.. tried] };
    }

    static IEnumerable<string> HelpersFor(DockerConfigFile config, string registry)
    {
        var own = config.CredHelpers?.FirstOrDefault(pair => DockerAddress.Means(pair.Key, registry)).Value;
        return new[] { own, config.CredsStore }.OfType<string>().Where(name => name.Length > 0).Distinct();
    }

    async Task<RegistryCredential?> AskAsync(
        string name, string registry, List<string> tried, CancellationToken cancellationToken)
    {
        var answer = await helper.GetAsync(name, DockerAddress.Of(registry), cancellationToken);
        var credential = answer is { ExitCode: 0 } ? Read(answer.Output) : null;
        var outcome = (answer, credential) switch
        {
            (null, _) => "not on this machine",
            (_, not null) => "found",
            ({ ExitCode: 0 }, _) => "an unreadable answer",
            _ => "none",
        };
        tried.Add($"docker-credential-{name}: {outcome}");
        return credential;
    }

    // The helper's protocol marks an identity token by this name in place of a user's.
    static RegistryCredential? Read(string output)
    {
        try
        {
            return JsonSerializer.Deserialize(output, DockerJson.Default.CredentialHelperReply) switch
            {
                { Username: "<token>", Secret: { } token } => new RegistryCredential.IdentityToken(token),
                { Username: { Length: > 0 } username, Secret: { } secret } =>
                    RegistryCredential.OfPassword(username, secret),
                _ => null,
            };
        }
        // What a helper prints may hold a secret, so it is not quoted; the caller reports an unreadable answer.
        catch (JsonException)
        {
            return null;
        }
    }
}
