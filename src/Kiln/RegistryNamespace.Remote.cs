using System.Collections;
using Kiln.Commits;

namespace Kiln;

partial record RegistryNamespace
{
    /// <summary>Where <c>Restore</c> starts a registry on a machine that has none.</summary>
    static readonly RegistryNamespace Here = Parse("127.0.0.1:5000");

    /// <inheritdoc cref="OfRemote(string?, IReadOnlyDictionary{string, string?})" />
    public static RegistryNamespace OfRemote(string? url) => OfRemote(
        url, Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(x => (string)x.Key, x => (string?)x.Value));

    /// <summary>
    /// The registry that comes with a repository: <c>ghcr.io/acme</c> for one of GitHub's, <c>registry.gitlab.com/acme/shop</c> for one of
    /// gitlab.com. For any other nobody but its own host can know: in a job of GitLab's that is what <c>CI_REGISTRY_IMAGE</c> says, and elsewhere
    /// <c>127.0.0.1:5000</c>, on this machine, as where there is no repository.
    /// </summary>
    /// <param name="url">Where <c>origin</c> fetches from, for example <c>https://github.com/acme/shop.git</c> or <c>git@github.com:acme/shop.git</c>.</param>
    /// <param name="variables">The environment: <c>GITLAB_CI</c>, <c>CI_REGISTRY_IMAGE</c>. Default: the process's own.</param>
    public static RegistryNamespace OfRemote(string? url, IReadOnlyDictionary<string, string?> variables)
    {
        var text = RemoteRepository.Of(url) is { } remote ? (remote.Host, Parts: remote.Path.ToLowerInvariant().Split('/')) switch
        {
            ("github.com", [var owner, _]) => $"ghcr.io/{owner}",
            ("gitlab.com", [_, _, ..] path) => $"registry.gitlab.com/{string.Join('/', path)}",
            _ => null,
        }
        : null;
        text ??= variables.GetValueOrDefault("GITLAB_CI") == "true" ? variables.GetValueOrDefault("CI_REGISTRY_IMAGE") : null;
        return TryParse(text, out var known) ? known : Here;
    }
}
