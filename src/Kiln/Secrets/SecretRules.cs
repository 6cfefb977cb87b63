namespace Kiln.Secrets;

/// <summary>Which names are worth a look, and by which rule. Case does not matter: disks differ in it.</summary>
static class SecretRules
{
    static readonly Dictionary<string, SecretRule> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id_rsa"] = PrivateKeys.Judge,
        ["id_dsa"] = PrivateKeys.Judge,
        ["id_ecdsa"] = PrivateKeys.Judge,
        ["id_ecdsa_sk"] = PrivateKeys.Judge,
        ["id_ed25519"] = PrivateKeys.Judge,
        ["id_ed25519_sk"] = PrivateKeys.Judge,
        [".npmrc"] = TokenFiles.Npm,
        [".yarnrc.yml"] = TokenFiles.Yarn,
        [".netrc"] = TokenFiles.Netrc,
        ["_netrc"] = TokenFiles.Netrc,
        [".pypirc"] = TokenFiles.Python,
        ["pip.conf"] = TokenFiles.AddressWithPassword,
        ["pip.ini"] = TokenFiles.AddressWithPassword,
        ["nuget.config"] = TokenFiles.NuGet,
        [".git-credentials"] = TokenFiles.AddressWithPassword,
        [".dockercfg"] = TokenFiles.Docker,
        [".dockerconfigjson"] = TokenFiles.Docker,
        [".pgpass"] = TokenFiles.Postgres,
        [".my.cnf"] = TokenFiles.Python,
        [".vault-token"] = TokenFiles.Vault,
        ["kubeconfig"] = TokenFiles.Kubernetes,
        ["credentials.json"] = TokenFiles.GoogleCloud,
        ["application_default_credentials.json"] = TokenFiles.GoogleCloud,
    };

    static readonly Dictionary<string, SecretRule> ByFolderAndName = new(StringComparer.OrdinalIgnoreCase)
    {
        [".aws/credentials"] = TokenFiles.Amazon,
        [".aws/config"] = TokenFiles.Amazon,
        [".docker/config.json"] = TokenFiles.Docker,
        [".kube/config"] = TokenFiles.Kubernetes,
    };

    static readonly Dictionary<string, SecretRule> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pem"] = PrivateKeys.Judge,
        [".key"] = PrivateKeys.Judge,
        [".p8"] = PrivateKeys.Judge,
        [".pk8"] = PrivateKeys.Judge,
        [".ppk"] = PrivateKeys.Judge,
        [".pfx"] = PrivateKeys.KeyStore,
        [".p12"] = PrivateKeys.KeyStore,
        [".kubeconfig"] = TokenFiles.Kubernetes,
    };

    internal static SecretRule? For(string path)
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        if (ByName.TryGetValue(name, out var rule))
            return rule;
        if (slash > 0 && ByFolderAndName.TryGetValue(path[(path.LastIndexOf('/', slash - 1) + 1)..], out rule))
            return rule;
        if (EnvironmentFiles.IsOne(name))
            return EnvironmentFiles.Judge;
        return ByExtension.TryGetValue(Path.GetExtension(name), out rule) ? rule : IsServiceAccount(name) ? TokenFiles.GoogleCloud : null;
    }

    static bool IsServiceAccount(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && name.Replace("-", "").Replace("_", "").Contains("serviceaccount", StringComparison.OrdinalIgnoreCase);
}
