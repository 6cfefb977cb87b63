namespace Nuke.Common.IO;

public class WinRelativePath : RelativePath
{
    protected WinRelativePath(string path, char? separator)
        : base(path, separator)
    {
    }

    public static explicit operator WinRelativePath(string? path) =>
        new(PathSyntax.Normalize(path, PathSyntax.Backslash), PathSyntax.Backslash);
}
