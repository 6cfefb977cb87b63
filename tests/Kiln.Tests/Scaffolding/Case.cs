using System.Runtime.CompilerServices;

namespace Kiln.Tests.Scaffolding;

/// <summary>A small repository that lies in one text: each file behind a line <c>=== path</c>.</summary>
static class Case
{
    static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "cases");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder(), "*.txt").Select(x => Path.GetFileNameWithoutExtension(x)!).Order(StringComparer.Ordinal);

    /// <summary>Lays the files out in a folder that is called as the case, and answers where that is.</summary>
    public static string Lay(TemporaryFolder folder, string name)
    {
        Write(folder, name, File.ReadAllText(Path.Combine(Folder(), $"{name}.txt")));
        return folder[name];
    }

    public static void Write(TemporaryFolder folder, string name, string text)
    {
        foreach (var part in $"\n{text}".Split("\n=== ", StringSplitOptions.RemoveEmptyEntries))
            folder.Write($"{name}/{part.Split('\n')[0]}", string.Join('\n', part.Split('\n').Skip(1)));
    }
}
