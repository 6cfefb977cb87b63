using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln.Oci.Registries.Credentials;

/// <summary>The part of Docker's <c>config.json</c> that is about credentials.</summary>
sealed record DockerConfigFile
{
    public Dictionary<string, DockerConfigEntry>? Auths { get; init; }
    public Dictionary<string, string>? CredHelpers { get; init; }
    public string? CredsStore { get; init; }

    /// <summary>The file's content, or null where there is no file.</summary>
    public static DockerConfigFile? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), DockerJson.Default.DockerConfigFile);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            // The JSON error's text may quote the file, and the file may hold passwords: only the place is told.
            var place = error is JsonException json
                ? $"it is not valid JSON at line {json.LineNumber + 1}"
                : error.Message;
            throw new KilnException(
                ErrorCodes.CredentialsUnreadable,
                $"Docker's configuration '{path}' cannot be read: {place}. Mend or remove the file, or set "
                + "DOCKER_CONFIG to another folder.");
        }
    }
}

sealed record DockerConfigEntry
{
    public string? Auth { get; init; }
    public string? Username { get; init; }
    public string? Password { get; init; }
    [JsonPropertyName("identitytoken")] public string? IdentityToken { get; init; }
    [JsonPropertyName("registrytoken")] public string? RegistryToken { get; init; }

    public static DockerConfigEntry Of(RegistryCredential.UsernamePassword login) =>
        new() { Auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.Username}:{login.Password}")) };

    public RegistryCredential? ToCredential() => this switch
    {
        { RegistryToken.Length: > 0 } => new RegistryCredential.BearerToken(RegistryToken),
        { IdentityToken.Length: > 0 } => new RegistryCredential.IdentityToken(IdentityToken),
        { Auth.Length: > 0 } => FromAuth(Auth),
        { Username.Length: > 0, Password: not null } => RegistryCredential.OfPassword(Username, Password),
        _ => null,
    };

    static RegistryCredential? FromAuth(string auth)
    {
        var bytes = new byte[auth.Length];
        if (!Convert.TryFromBase64String(auth, bytes, out var count))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, count).TrimEnd('\0').Split(':', 2);
        return pair is [{ Length: > 0 } username, var password]
            ? RegistryCredential.OfPassword(username, password)
            : null;
    }

    public override string ToString() => nameof(DockerConfigEntry);
}

/// <summary>Only what docker's variable may hold: with any other field it is refused.</summary>
sealed record DockerAuths(Dictionary<string, DockerConfigEntry> Auths)
{
    public override string ToString() => nameof(DockerAuths);
}

sealed record CredentialHelperReply
{
    [JsonPropertyName("Username")] public string? Username { get; init; }
    [JsonPropertyName("Secret")] public string? Secret { get; init; }

    public override string ToString() => nameof(CredentialHelperReply);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DockerConfigFile))]
[JsonSerializable(typeof(DockerAuths))]
[JsonSerializable(typeof(CredentialHelperReply))]
sealed partial class DockerJson : JsonSerializerContext;
