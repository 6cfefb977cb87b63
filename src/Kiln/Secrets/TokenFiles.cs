using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>Settings of tools, which are only secret where a password or a token stands in them, and not the name of a variable.</summary>
static partial class TokenFiles
{
    const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.IgnoreCase;

    internal static FileVerdict? Npm(string head) => Judge(NpmToken(), head, "a token for npm packages");

    internal static FileVerdict? Yarn(string head) => Judge(YarnToken(), head, "a token for npm packages");

    internal static FileVerdict? Netrc(string head) => Judge(NetrcPassword(), head, "a password");

    internal static FileVerdict? Python(string head) => Judge(PasswordLine(), head, "a password");

    internal static FileVerdict? NuGet(string head) => Judge(NuGetPassword(), head, "a password for a package feed");

    internal static FileVerdict? AddressWithPassword(string head) => Judge(PasswordInAddress(), head, "an address with a password");

    /// <summary>The passwords of all addresses in a text.</summary>
    internal static IEnumerable<string> PasswordsIn(string text) =>
        PasswordInAddress().Matches(text).Select(x => x.Groups["value"].Value).Where(x => !Placeholder.Is(x));

    internal static FileVerdict? GitConfiguration(string head) =>
        Judge(GitHeader(), head, "the token that the repository was cloned with") ?? AddressWithPassword(head);

    internal static FileVerdict? Docker(string head) => Judge(DockerLogin(), head, "a login for a registry");

    internal static FileVerdict? Amazon(string head) => Judge(AmazonKey(), head, "an access key for AWS");

    internal static FileVerdict? GoogleCloud(string head) => Judge(GoogleKey(), head, "a key for Google Cloud");

    internal static FileVerdict? Kubernetes(string head) => Judge(KubernetesKey(), head, "a login for a Kubernetes cluster");

    internal static FileVerdict? Postgres(string head) => Judge(PostgresPassword(), head, "a password");

    internal static FileVerdict? Vault(string head) => string.IsNullOrWhiteSpace(head) ? null : FileVerdict.Secret("a token for Vault");

    static FileVerdict? Judge(Regex pattern, string head, string what) =>
        pattern.Matches(head).Any(x => !Placeholder.Is(x.Groups["value"].Value)) ? FileVerdict.Secret(what) : null;

    [GeneratedRegex(@"^[^#;\n]*_(?:authToken|auth|password)[ \t]*=[ \t]*(?<value>\S+)", Lines)]
    private static partial Regex NpmToken();

    [GeneratedRegex(@"^[^#\n]*npmAuth(?:Token|Ident)""?[ \t]*:[ \t]*(?<value>[^\s#]+)", Lines)]
    private static partial Regex YarnToken();

    [GeneratedRegex(@"^[^#\n]*\bpassword[ \t]+(?<value>\S+)", Lines)]
    private static partial Regex NetrcPassword();

    [GeneratedRegex(@"^[ \t]*password[ \t]*[=:][ \t]*(?<value>\S+)", Lines)]
    private static partial Regex PasswordLine();

    [GeneratedRegex(@"<add\s+key=""(?:ClearText)?Password""\s+value=""(?<value>[^""]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex NuGetPassword();

    // Not to this machine: those passwords are everybody's.
    [GeneratedRegex(@"://[^/\s:@]*:(?<value>[^/\s@]+)@(?!localhost\b|127\.)", RegexOptions.IgnoreCase)]
    private static partial Regex PasswordInAddress();

    [GeneratedRegex(@"^\s*extraheader\s*=\s*authorization:\s*\w+\s+(?<value>\S+)", Lines)]
    private static partial Regex GitHeader();

    [GeneratedRegex(@"""(?:auth|identitytoken|registrytoken|password)""\s*:\s*""(?<value>[^""]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex DockerLogin();

    [GeneratedRegex(@"^[ \t]*aws_secret_access_key[ \t]*=[ \t]*(?<value>\S+)", Lines)]
    private static partial Regex AmazonKey();

    [GeneratedRegex(@"""(?:private_key|client_secret|refresh_token)""\s*:\s*""(?<value>[^""]*)""")]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"^[ \t\-]*(?:client-key-data|token|password)[ \t]*:[ \t]*(?<value>\S+)", Lines)]
    private static partial Regex KubernetesKey();

    [GeneratedRegex(@"^[^#:\n]*:[^:\n]*:[^:\n]*:[^:\n]*:(?<value>\S+)", Lines)]
    private static partial Regex PostgresPassword();
}
