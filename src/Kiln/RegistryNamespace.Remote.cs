namespace Kiln;

partial record RegistryNamespace
{
    /// <summary>Where <c>Restore</c> starts a registry on a machine that has none.</summary>
    static readonly RegistryNamespace Here = Parse("127.0.0.1:5000");

    /// <summary>
    /// The registry that comes with a repository: <c>ghcr.io/acme</c> for one of GitHub's, <c>registry.gitlab.com/acme/shop</c> for one of
    /// gitlab.com; <c>127.0.0.1:5000</c>, on this machine, for any other, whose registry nobody can know, and where there is none.
    /// </summary>
    /// <param name="url">Where <c>origin</c> fetches from, for example <c>https://github.com/acme/shop.git</c> or <c>git@github.com:acme/shop.git</c>.</param>
    public static RegistryNamespace OfRemote(string? url)
    {
        var place = (url ?? "").Split("://")[^1].Split('@')[^1].Replace(':', '/').ToLowerInvariant();
        var path = (place.EndsWith(".git", StringComparison.Ordinal) ? place[..^4] : place).Trim('/').Split('/');
        var text = path switch
        {
            ["github.com", var owner, _] => $"ghcr.io/{owner}",
            ["gitlab.com", _, _, ..] => $"registry.gitlab.com/{string.Join('/', path[1..])}",
            _ => null,
        };
        return TryParse(text, out var known) ? known : Here;
    }
}
