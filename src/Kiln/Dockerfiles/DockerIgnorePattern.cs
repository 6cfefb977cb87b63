namespace Kiln.Dockerfiles;

/// <summary>One line of an ignore file.</summary>
public sealed partial class DockerIgnorePattern
{
    readonly Func<string, bool> _isMatch;

    internal DockerIgnorePattern(string text, bool isException, int line)
    {
        (Text, IsException, Line) = (text, isException, line);
        _isMatch = Compile(text);
    }

    /// <summary>Cleaned: no <c>!</c>, no leading or trailing slash, no <c>.</c> and <c>..</c> on the way.</summary>
    public string Text { get; }

    /// <summary>It began with <c>!</c> and takes in again what an earlier one left out.</summary>
    public bool IsException { get; }

    /// <summary>Where it stands in its file, counted from one.</summary>
    public int Line { get; }

    /// <summary>Whether this very path matches; what holds for a path's folders is the list's business.</summary>
    public bool IsMatch(string path) => _isMatch(path);

    /// <summary>As it is written, cleaned.</summary>
    public override string ToString() => IsException ? $"!{Text}" : Text;

    /// <summary>The text up to a <c>/*</c> or <c>/**</c> at its end.</summary>
    internal string Place => WithoutEnd(WithoutEnd(Text, "/**"), "/*");

    /// <summary>It names one place (and perhaps what is below), so it cannot match elsewhere.</summary>
    internal bool IsPlace => Place.IndexOfAny(['*', '[', ']', '?', '^', '\\']) < 0;

    static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;
}
