using Nuke.Common.IO;

namespace Packing;

/// <summary>The packages that are made on the engine in use; those of the other one come to the same folder.</summary>
static class OwnPackages
{
    internal static string Engine { get; } = Environment.GetEnvironmentVariable("NUKE_ENGINE") ?? "nuke";

    /// <summary>Their names, and their projects from the repository's root. The library is the same on both engines, and comes with the embedded one, which everybody can build.</summary>
    internal static IReadOnlyList<(string Id, string Project)> All { get; } = Engine == "nuke"
        ? [("Kiln.Components", "src/Kiln.Components/Kiln.Components.csproj")]
        :
        [
            ("Kiln", "src/Kiln/Kiln.csproj"),
            ("Kiln.Engine", "src/Kiln.Engine/Kiln.Engine.csproj"),
            ("Kiln.Components.Embedded", "src/Kiln.Components/Kiln.Components.csproj"),
            ("Kiln.Templates", "templates/Kiln.Templates.csproj"),
        ];

    /// <summary>Those that lie in a folder, of whichever version; a name is followed by a number.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="ending"><c>nupkg</c> or <c>snupkg</c>.</param>
    internal static IReadOnlyCollection<AbsolutePath> In(AbsolutePath folder, string ending) =>
        folder.GlobFiles([.. All.Select(x => $"{x.Id}.[0-9]*.{ending}")]);
}
