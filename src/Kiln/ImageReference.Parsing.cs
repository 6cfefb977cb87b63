using System.Diagnostics.CodeAnalysis;

namespace Kiln;

public sealed partial record ImageReference : IParsable<ImageReference>
{
    /// <summary>
    /// Reads any form that <c>docker pull</c> takes; anything else is KILN1012 with the part that is wrong.
    /// </summary>
    public static ImageReference Parse(string text) =>
        Read(text, out var reference) is { } problem
            ? throw new KilnException(
                ErrorCodes.InvalidImageReference, ReferenceGrammar.Sentence(text, "an image reference", problem))
            : reference!;

    /// <summary>Reads an image reference where failing is an answer.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageReference? reference) =>
        Read(text, out reference) is null;

    static ImageReference IParsable<ImageReference>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ImageReference>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ImageReference result) =>
        TryParse(s, out result);

    static string? Read(string? text, out ImageReference? reference)
    {
        reference = null;
        if (string.IsNullOrEmpty(text))
            return "it is empty; write a name such as alpine:3.20 or registry.example.com/team/api:1.0";
        if (text.Any(char.IsWhiteSpace))
            return "it has blanks in it";
        if (text.Contains("://", StringComparison.Ordinal))
            return $"it is an address; leave '{text[..(text.IndexOf("://", StringComparison.Ordinal) + 3)]}' out";

        var (name, tag, digestText) = Split(text);
        Digest? digest = null;
        if (digestText is not null && !Digest.TryParse(digestText, out digest))
            return $"'{digestText}' is not a digest; write sha256:<64 hex digits> behind the '@'";
        if (IsBareHash(name))
            return "64 hex digits alone mean an image on one machine; write name@sha256:<64 hex digits>";

        var (registry, repository) = Locate(name);
        var problem = CaseProblem(name)
            ?? ReferenceGrammar.HostProblem(registry)
            ?? ReferenceGrammar.RepositoryProblem(repository)
            ?? (tag is null ? null : ReferenceGrammar.TagProblem(tag));
        if (problem is null)
            reference = new ImageReference(registry, repository, tag, digest);
        return problem;
    }

    static (string Name, string? Tag, string? Digest) Split(string text)
    {
        var (rest, digest) = text.IndexOf('@') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);
        var colon = rest.LastIndexOf(':');
        return colon > rest.LastIndexOf('/') && colon >= 0
            ? (rest[..colon], rest[(colon + 1)..], digest)
            : (rest, null, digest);
    }

    static (string Registry, string Repository) Locate(string name)
    {
        var slash = name.IndexOf('/');
        if (slash < 0 || !ReferenceGrammar.LooksLikeHost(name[..slash]))
            return (Hub, slash < 0 ? HubLibrary + name : name);

        var (host, path) = (name[..slash], name[(slash + 1)..]);
        return host is Hub or "index.docker.io"
            ? (Hub, path.Contains('/') || path.Length == 0 ? path : HubLibrary + path)
            : (host, path);
    }

    // Docker takes 'Team/api' for a host named Team. Far more often it is a slip, so it is refused like any upper case.
    static string? CaseProblem(string name)
    {
        var first = name.Split('/')[0];
        return !ReferenceGrammar.LooksLikeHost(first) ? ReferenceGrammar.RepositoryProblem(name) : null;
    }

    static bool IsBareHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
