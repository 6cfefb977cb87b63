using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

partial class Assert
{
    public static void FileExists(
        [NotNull] string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!File.Exists(path.NotNull(argumentExpression: argumentExpression)))
            throw Failure(message, $"Expected file to exist: {path}", argumentExpression);
    }

    public static void DirectoryExists(
        [NotNull] string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!Directory.Exists(path.NotNull(argumentExpression: argumentExpression)))
            throw Failure(message, $"Expected directory to exist: {path}", argumentExpression);
    }
}
