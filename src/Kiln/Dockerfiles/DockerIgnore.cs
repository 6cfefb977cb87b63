using Kiln.Primitives;

namespace Kiln.Dockerfiles;

/// <summary>
/// What a <c>.dockerignore</c> leaves out of a build context, decided as BuildKit does
/// (github.com/moby/patternmatcher v0.6, as github.com/tonistiigi/fsutil walks with it): the last pattern that matches wins,
/// and what matches a folder matches all below it. Paths are relative to the context, with slashes.
/// </summary>
public sealed partial class DockerIgnore
{
    readonly DockerIgnorePattern[] _patterns;
    readonly DockerIgnorePattern[] _exceptions;
    readonly bool _exceptionsArePlaces;

    DockerIgnore(IEnumerable<DockerIgnorePattern> patterns)
    {
        _patterns = [.. patterns];
        _exceptions = [.. _patterns.Where(x => x.IsException)];
        _exceptionsArePlaces = _exceptions.All(x => x.IsPlace);
    }

    /// <summary>Leaves nothing out.</summary>
    public static DockerIgnore None { get; } = new([]);

    /// <summary>In the order of the file.</summary>
    public ValueList<DockerIgnorePattern> Patterns => [.. _patterns];

    /// <summary>Whether a path is left out. A walk over a tree is faster with <see cref="Match"/>.</summary>
    public bool IsIgnored(string path)
    {
        var match = default(DockerIgnoreMatch);
        for (var end = 0; end < path.Length; end++)
        {
            end = path.IndexOf('/', end) is var slash and >= 0 ? slash : path.Length;
            match = Match(path[..end], match);
        }

        return match.IsIgnored;
    }

    /// <summary>Judges a path by what was found for its folder; for what lies in the context itself, that is the default.</summary>
    public DockerIgnoreMatch Match(string path, DockerIgnoreMatch folder = default)
    {
        var matched = new bool[_patterns.Length];
        var isIgnored = false;
        for (var i = 0; i < _patterns.Length; i++)
        {
            // As in moby: a pattern that could not change the answer is not tried, and so does not pass to children either.
            var pattern = _patterns[i];
            matched[i] = folder.HasMatched(i) || (pattern.IsException == isIgnored && pattern.IsMatch(path));
            if (matched[i])
                isIgnored = !pattern.IsException;
        }

        return new DockerIgnoreMatch(isIgnored, matched);
    }

    /// <summary>Whether nothing below an ignored folder can be taken in again, so that there is no need to look.</summary>
    public bool CanPruneDirectory(string path) =>
        _exceptions.Length == 0 ||
        (_exceptionsArePlaces && !_exceptions.Any(x => $"{x.Place}/".StartsWith($"{path}/", StringComparison.Ordinal)));
}

/// <summary>The answer for one path, and what its children need to know of it.</summary>
public readonly struct DockerIgnoreMatch
{
    readonly bool[]? _matched;

    internal DockerIgnoreMatch(bool isIgnored, bool[] matched) => (IsIgnored, _matched) = (isIgnored, matched);

    /// <summary>Left out of the context; something below it may still be in.</summary>
    public bool IsIgnored { get; }

    internal bool HasMatched(int pattern) => _matched is not null && _matched[pattern];
}
