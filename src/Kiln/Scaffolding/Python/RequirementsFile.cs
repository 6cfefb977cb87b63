using System.Text.RegularExpressions;
using Kiln.Primitives;
using Kiln.Scaffolding.Reading;

namespace Kiln.Scaffolding.Python;

/// <summary>A <c>requirements.txt</c> with the files that it names, as pip reads them.</summary>
sealed partial class RequirementsFile
{
    public RequirementsFile(FolderTree tree, string folder)
    {
        var (files, lines) = (new List<string>(), new List<string>());
        Read("requirements.txt");
        (Files, Lines) = ([.. files], [.. lines]);

        void Read(string path)
        {
            var full = Paths.Join(folder, path);
            if (Paths.IsOutside(full) || files.Contains(path) || tree.TryRead(full) is not { } text)
                return;
            files.Add(path);
            foreach (var line in text.Split('\n').Select(x => Comment().Replace(x, "").Trim()).Where(x => x.Length > 0))
                if (Included().Match(line) is { Success: true } match)
                    Read(Paths.Normalize($"{Paths.Parent(path)}/{match.Groups[1].Value}"));
                else
                    lines.Add(line);
        }
    }

    /// <summary>All of them, from the folder, <c>requirements.txt</c> first; empty where there is none.</summary>
    public ValueList<string> Files { get; }

    /// <summary>What they ask for.</summary>
    public ValueList<string> Lines { get; }

    /// <summary>Folders of the repository that lines install, from its own; their sources are not there when packages are installed.</summary>
    public IEnumerable<string> Folders => Lines.Select(x => LocalFolder().Match(x)).Where(x => x.Success).Select(x => Paths.Normalize(x.Groups[1].Value));

    /// <summary>A line fetches from a git repository, which takes git.</summary>
    public bool UsesGit => Lines.Any(x => x.Contains("git+", StringComparison.Ordinal));

    /// <summary>Names of packages that are asked for in no certain version.</summary>
    public IEnumerable<string> Loose =>
        from line in Lines
        where !line.Contains("==", StringComparison.Ordinal) && !line.Contains('@')
        let name = Name().Match(line).Value
        where name.Length > 0
        select name;

    [GeneratedRegex(@"^[A-Za-z0-9][\w.\-]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:-r|-c|--requirement|--constraint)[\s=]*(\S+)")]
    private static partial Regex Included();

    [GeneratedRegex(@"^(?:(?:-e|--editable)[\s=]+)?(\.{1,2}(?:/[^\s\[]*)?)(?:\[[^\]]*\])?$")]
    private static partial Regex LocalFolder();
}
