using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

/// <summary>A path without a root; it keeps the separator that it was made with.</summary>
[DebuggerDisplay("{_path}")]
public class RelativePath
{
    private readonly string _path;
    private readonly char? _separator;

    protected RelativePath(string path, char? separator = null)
    {
        _path = path;
        _separator = separator;
    }

    [return: NotNullIfNotNull(nameof(path))]
    public static explicit operator RelativePath?(string? path) =>
        path is null ? null : new RelativePath(PathSyntax.Normalize(path));

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(RelativePath? path) => path?._path;

    public static RelativePath operator /(RelativePath? left, string? right)
    {
        var separator = left.NotNull()._separator;
        var combined = PathSyntax.Combine(left._path, PathSyntax.Normalize(right, separator), separator);
        return new RelativePath(PathSyntax.Normalize(combined, separator), separator);
    }

    /// <summary>The parent, written <c>path / ..</c>; no other range has a meaning.</summary>
    public static RelativePath operator /(RelativePath? left, Range range)
    {
        Assert.True(range.Equals(Range.All));
        return left / "..";
    }

    public static RelativePath operator +(RelativePath? left, string? right) =>
        new(left.NotNull()._path + right, left._separator);

    public override string ToString() => _path;
}
