namespace Kiln.Linting.Rules.Secrets;

/// <summary>Names of variables that hold secrets, as people name them.</summary>
static class SecretName
{
    // At the end of a word: PGPASSWORD, CLIENTSECRET, apiKey.
    static readonly string[] Endings =
        ["password", "passwd", "passphrase", "secret", "token", "credential", "apikey", "accesskey", "privatekey", "secretkey"];

    static readonly string[] Words = ["passwords", "secrets", "credentials", "pword", "psw"];

    // What a key must be to be a secret: there are keys of caches, of tables, and public ones.
    static readonly string[] KindsOfKeys =
    [
        "access", "account", "aes", "api", "app", "application", "client", "deploy", "encryption", "hmac", "jwt", "license",
        "master", "private", "secret", "session", "ssh", "storage",
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

    static readonly string[] Known =
        ["composer_auth", "db_pwd", "docker_auth_config", "mysql_pwd", "npm_auth", "npm_config__auth", "rediscli_auth", "sshpass"];

    public static bool Is(string name)
    {
        var lower = name.ToLowerInvariant();
        var words = lower.Split(['_', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        return Known.Contains(lower)
            || (words.Length > 0 && !Descriptions.Contains(words[^1]) && !words.Any(Harmless.Contains)
                && (words[^1] is "pass" || words.Any(IsSecret) || words.Zip(words.Skip(1)).Any(IsKey)));
    }

    static bool IsSecret(string word) => Words.Contains(word) || Endings.Any(x => word.EndsWith(x, StringComparison.Ordinal));

    static bool IsKey((string Kind, string Word) words) => words.Word is "key" or "keys" && KindsOfKeys.Contains(words.Kind);
}
