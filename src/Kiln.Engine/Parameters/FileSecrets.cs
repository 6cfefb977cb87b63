using System.Security.Cryptography;
using System.Text.Json;
using Serilog;

namespace Kiln.Engine.Parameters;

/// <summary>
/// Decrypts the secrets of parameter files. The password of a profile is the parameter <c>PARAMS_KEY</c> or
/// <c>PARAMS_&lt;PROFILE&gt;_KEY</c>; on a terminal it is asked for.
/// </summary>
sealed class FileSecrets(Func<string, string?> findParameter, Func<string, string?> askForPassword)
{
    readonly Dictionary<string, string?> _passwords = [];

    /// <summary>A secret that cannot be read is missing, with a warning: not every build needs every secret.</summary>
    public string? Read(string name, ParameterFile file, JsonElement value)
    {
        try
        {
            var password = Password(file.Profile) ?? throw new CryptographicException("There is no password.");
            return SecretEncryption.Decrypt(value.ToString(), password);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            Log.Warning("Could not decrypt {Parameter} of {File}: {Reason}", name, file.Path, exception.Message);
            return null;
        }
    }

    string? Password(string profile)
    {
        if (!_passwords.TryGetValue(profile, out var password))
            _passwords[profile] = password = findParameter(PasswordParameter(profile)) ?? askForPassword(profile);

        return password;
    }

    public static string PasswordParameter(string profile)
        => $"PARAMS{(profile == ParameterFiles.DefaultProfile ? "" : profile.ToUpperInvariant())}KEY";
}
