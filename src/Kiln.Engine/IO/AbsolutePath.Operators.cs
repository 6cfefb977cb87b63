using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

partial class AbsolutePath
{
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path)
    {
        if (path is null)
            return null;
        Assert.True(PathSyntax.RootOf(path) is not null, $"Path '{path}' must be rooted");
        return new AbsolutePath(path);
    }

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?._path;

    public static AbsolutePath operator /(AbsolutePath? left, string? right) =>
        new(PathSyntax.Combine(left.NotNull()._path, right));

    /// <summary>The parent, written <c>path / ..</c>; no other range has a meaning.</summary>
    public static AbsolutePath? operator /(AbsolutePath? left, Range range)
    {
        Assert.True(range.Equals(Range.All));
        return left.NotNull().Parent;
    }

    public static AbsolutePath operator +(AbsolutePath? left, string? right) => new(left.NotNull()._path + right);
}
