namespace Kiln.Dockerfiles.RemoteSources;

/// <summary>What follows the <c>#</c> of a repository's address (parseOpts in util/gitutil/git_url.go).</summary>
static class GitFragment
{
    public static (string? Reference, string? Subdirectory) Parse(string fragment)
    {
        var colon = fragment.IndexOf(':');
        var reference = colon < 0 ? fragment : fragment[..colon];
        var subdirectory = colon < 0 ? "" : SlashPath.Clean($"/{fragment[(colon + 1)..]}").TrimStart('/');
        return (NullIfEmpty(reference), NullIfEmpty(subdirectory));
    }

    public static string Format(string? reference, string? subdirectory) =>
        reference is null && subdirectory is null
            ? ""
            : $"#{reference}{(subdirectory is null ? "" : $":{subdirectory}")}";

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
