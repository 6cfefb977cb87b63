namespace Kiln.Secrets;

/// <summary>
/// Files that usually hold secrets, by the names that programs look for them, where nothing but the name is known.
/// <see cref="SecretRules"/> looks into files, and so at more of them.
/// </summary>
static class SecretFileNames
{
    static readonly string[] Names =
    [
        ".env", ".env.local", ".npmrc", ".pypirc", ".netrc", "_netrc", ".git-credentials", ".pgpass", ".my.cnf", ".dockercfg",
        ".vault-token", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "credentials", "credentials.json", "service-account.json",
        "secrets.json", "secrets.yml", "secrets.yaml", "auth.json", "master.key", "kubeconfig", ".ssh", ".aws", ".gnupg", ".kube",
    ];

    static readonly string[] Paths = [".docker/config.json", ".kube/config"];

    // Words of names that certificates have, which everybody may see.
    static readonly string[] Public =
        ["bundle", "ca", "cert", "certs", "certificate", "chain", "crt", "dhparam", "fullchain", "pub", "public", "root"];

    static readonly string[] Private = ["client", "priv", "private", "privkey", "server", "ssl", "tls"];

    public static bool IsOne(string path)
    {
        var clean = path.Replace('\\', '/').TrimEnd('/', '*');
        var name = clean[(clean.LastIndexOf('/') + 1)..];
        var words = name.ToLowerInvariant().Split('.', '-', '_');
        return Names.Contains(name) || Paths.Any(x => clean == x || clean.EndsWith($"/{x}", StringComparison.Ordinal))
            || words[^1] switch
            {
                "pem" => !words.Any(x => Public.Contains(x) || x.EndsWith("cert", StringComparison.Ordinal)),
                "key" => words.Any(Private.Contains) && !words.Any(Public.Contains),
                "pfx" or "p12" or "ppk" => words.Length > 1,
                _ => false,
            };
    }
}
