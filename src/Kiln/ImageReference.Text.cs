namespace Kiln;

public sealed partial record ImageReference
{
    const string Hub = "docker.io";
    const string HubLibrary = "library/";

    /// <summary>
    /// The canonical form, with everything that is known: <c>docker.io/library/alpine:3.20@sha256:…</c>.
    /// </summary>
    public override string ToString() => $"{Registry}/{Repository}{Suffix}";

    /// <summary>
    /// The form that people type: <c>alpine:3.20</c> for what is on Docker Hub, else the canonical form.
    /// </summary>
    public string Familiar => this switch
    {
        { Registry: not Hub } => ToString(),
        { Repository: var path } when path.StartsWith(HubLibrary, StringComparison.Ordinal)
            && path[HubLibrary.Length..] is var name && !name.Contains('/') && IsUnambiguous(name) => name + Suffix,
        { Repository: var path } when IsUnambiguous(path) && path.Contains('/') => path + Suffix,
        _ => ToString(),
    };

    /// <summary>What a registry's address calls it: the digest where there is one, else the tag.</summary>
    public string? TagOrDigest => Digest?.ToString() ?? Tag;

    string Suffix => (Tag is null ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");

    // A repository whose first part looks like a host, or like a bare digest, would be read back as something else.
    static bool IsUnambiguous(string path) =>
        !ReferenceGrammar.LooksLikeHost(path.Split('/')[0]) && !IsBareHash(path);
}
