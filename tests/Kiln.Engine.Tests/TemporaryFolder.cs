using Nuke.Common.IO;

namespace Kiln.Engine.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public AbsolutePath Path { get; } = Directory.CreateTempSubdirectory("kiln-engine-").FullName;

    /// <summary>Makes files that hold their own names, with the folders that they need.</summary>
    public TemporaryFolder With(params string[] files)
    {
        foreach (var file in files)
            (Path / file).WriteAllText(file, eofLineBreak: false);
        return this;
    }

    /// <summary>Paths from the folder on, in a fixed order.</summary>
    public IEnumerable<string> Relative(IEnumerable<AbsolutePath> paths) =>
        paths.Select(x => Path.GetUnixRelativePathTo(x).ToString()).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
