namespace Kiln.Secrets;

/// <summary>Names of variables that hold secrets, as people name them.</summary>
static class SecretNames
{
    // At the end of a word: PGPASSWORD, CLIENTSECRET, apiKey.
    static readonly string[] Endings =
    [
        "password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "accesskey", "appkey", "encryptionkey", "masterkey",
        "privatekey", "secretkey", "signingkey",
    ];

    static readonly string[] Words = ["passwords", "secrets", "credentials", "pword", "psw"];

    // What a key must be to be a secret: there are keys of caches, of tables, and public ones.
    static readonly string[] KindsOfKeys =
    [
        "access", "account", "aes", "api", "app", "application", "client", "deploy", "encryption", "hmac", "jwt", "license",
        "master", "private", "secret", "session", "signing", "ssh", "storage",
    ];

    // At the end of a name: it tells something about a secret.
    static readonly string[] Descriptions =
    [
        "algorithm", "count", "dir", "directory", "dummy", "enabled", "endpoint", "expiration", "expires", "expiry", "file",
        "folder", "format", "header", "hint", "host", "issuer", "length", "lifetime", "limit", "location", "mount", "name", "path",
        "policy", "port", "prefix", "required", "scope", "scopes", "server", "size", "store", "timeout", "ttl", "type", "uri",
        "url", "version",
    ];

    // Anywhere: it is a switch, a number, or nothing to hide.
    static readonly string[] Harmless =
    [
        "allow", "check", "disable", "enable", "max", "min", "no", "num", "public", "random", "require", "skip", "use",
        "validate",
    ];

    static readonly string[] Known = ["composer_auth", "docker_auth_config", "npm_auth", "npm_config__auth", "rediscli_auth", "sshpass"];

    /// <summary>The name is that of a secret, since it ends so: <c>DB_PASSWORD</c>, and not <c>AWS_ACCESS_KEY_ID</c>.</summary>
    public static bool IsOne(string name) => IsKnown(name) || (WordsOf(name) is { Length: > 0 } words && !IsHarmless(words) && EndsInOne(words));

    /// <summary>The same, or the name speaks of a secret before its end, as <c>AWS_ACCESS_KEY_ID</c> does.</summary>
    public static bool IsAboutOne(string name) => IsKnown(name) || (WordsOf(name) is { Length: > 0 } words && !IsHarmless(words)
        && (EndsInOne(words) || words.Any(IsSecret) || words.Zip(words.Skip(1)).Any(IsKey)));

    static bool IsKnown(string name) => Known.Contains(name, StringComparer.OrdinalIgnoreCase);

    static string[] WordsOf(string name) => name.ToLowerInvariant().Split(['_', '-', '.'], StringSplitOptions.RemoveEmptyEntries);

    static bool IsHarmless(string[] words) => Descriptions.Contains(words[^1]) || words.Any(Harmless.Contains);

    // PWD alone is the folder that a shell is in.
    static bool EndsInOne(string[] words) => words[^1] is "pass" || IsSecret(words[^1])
        || (words.Length > 1 && (words[^1] is "pwd" || IsKey((words[^2], words[^1]))));

    static bool IsSecret(string word) => Words.Contains(word) || Endings.Any(x => word.EndsWith(x, StringComparison.Ordinal));

    static bool IsKey((string Kind, string Word) words) => words.Word is "key" or "keys" && KindsOfKeys.Contains(words.Kind);
}
