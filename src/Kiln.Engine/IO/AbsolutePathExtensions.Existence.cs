using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    public static bool FileExists([NotNullWhen(true)] this AbsolutePath? path) => File.Exists(path);

    public static bool DirectoryExists([NotNullWhen(true)] this AbsolutePath? path) => Directory.Exists(path);

    /// <summary>Whether it is a file or a directory that must exist is told by the end of the variable's name.</summary>
    public static bool Exists(
        this AbsolutePath path,
        [CallerArgumentExpression(nameof(path))] string? expression = null)
    {
        if (expression.NotNull().EndsWithAnyOrdinalIgnoreCase("file", "executable", "exe", "script", "archive"))
            return path.FileExists();
        if (expression.EndsWithAnyOrdinalIgnoreCase("directory", "dir", "folder"))
            return path.DirectoryExists();
        throw new ArgumentException(
            $"Cannot infer from argument '{expression}' if either file or directory must exist");
    }

    public static AbsolutePath? Existing(
        this AbsolutePath path,
        [CallerArgumentExpression(nameof(path))] string? expression = null) =>
        path.Exists(expression) ? path : null;

    public static AbsolutePath? ExistingFile(this AbsolutePath? path) => path.FileExists() ? path : null;

    public static AbsolutePath? ExistingDirectory(this AbsolutePath? path) => path.DirectoryExists() ? path : null;

    public static IEnumerable<AbsolutePath> WhereFileExists(this IEnumerable<AbsolutePath> paths) =>
        paths.Where(x => x.FileExists());

    public static IEnumerable<AbsolutePath> WhereDirectoryExists(this IEnumerable<AbsolutePath> paths) =>
        paths.Where(x => x.DirectoryExists());
}
