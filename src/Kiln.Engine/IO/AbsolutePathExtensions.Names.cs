using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

partial class AbsolutePathExtensions
{
    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        path.ToString().EndsWithAnyOrdinalIgnoreCase([extension, .. alternativeExtensions]);

    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) =>
        path.Parent / Path.ChangeExtension(path.Name, extension);

    public static bool IsDotDirectory(this AbsolutePath path) => path.DirectoryExists() && path.Name.StartsWith('.');
}
