using Kiln.Reporting;

namespace Kiln.Linting.Rules.Size;

/// <summary>Files of one kind that a context rarely needs, and how much they are.</summary>
/// <param name="Pattern">As <c>.dockerignore</c> has it.</param>
/// <param name="Count">Of files.</param>
/// <param name="Size">Of all of them, in bytes.</param>
sealed record NeedlessFiles(string Pattern, int Count, long Size)
{
    static readonly string[] Folders =
        [".git", "node_modules", "bin", "obj", "target", "__pycache__", ".venv", "venv", ".gradle", ".idea", ".vs", ".vscode", "coverage", ".next", ".nuke", "artifacts"];

    static readonly string[] Endings = [".log", ".pyc", ".swp"];

    /// <summary>The kinds that a context sends, the largest first.</summary>
    public static IReadOnlyList<NeedlessFiles> In(LintContext context)
    {
        var projects = context.Sent.Where(x => IsProject(x.Path)).Select(x => x.Path[..(x.Path.LastIndexOf('/') + 1)]).ToHashSet();
        return
        [
            .. context.Sent
                .Select(x => (Pattern: PatternOf(x.Path, projects), x.Size)).Where(x => x.Pattern is not null)
                .GroupBy(x => x.Pattern!).Select(x => new NeedlessFiles(x.Key, x.Count(), x.Sum(y => y.Size)))
                .OrderByDescending(x => x.Size).ThenBy(x => x.Pattern, StringComparer.Ordinal),
        ];
    }

    public static string Text(NeedlessFiles files) => $"{files.Pattern} ({HumanUnits.Size(files.Size)})";

    // 'bin', 'obj' and 'target' are results only beside the project that they are made from.
    static string? PatternOf(string path, HashSet<string> projects)
    {
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length - 1; i++)
            if (Folders.Contains(parts[i])
                && (parts[i] is not ("bin" or "obj" or "target") || projects.Contains(string.Concat(parts[..i].Select(x => x + "/")))))
                return i == 0 ? parts[i] : $"**/{parts[i]}";
        return Endings.FirstOrDefault(x => path.EndsWith(x, StringComparison.Ordinal)) is { } ending ? $"**/*{ending}" : null;
    }

    static bool IsProject(string path) =>
        path.EndsWith("proj", StringComparison.Ordinal) || path.Split('/')[^1] is "Cargo.toml" or "pom.xml";
}
