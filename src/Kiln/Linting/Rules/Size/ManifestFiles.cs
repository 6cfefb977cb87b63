using System.IO.Enumeration;
using Kiln.Linting.Shell;
using Kiln.Linting.Toolchains;

namespace Kiln.Linting.Rules.Size;

/// <summary>The files that name the dependencies of a project, as a COPY before the install would name them.</summary>
static class ManifestFiles
{
    const int Shown = 3;

    /// <summary>Those that are there, where the context is known; else those that such projects have.</summary>
    public static IReadOnlyList<string> Of(LintSubject subject, Toolchain toolchain, ShellCommand command, CopiedSources sources)
    {
        var asked = KnownToolchains.RequirementsOf(command).Where(x => toolchain.Manifests.Contains("requirements.txt")).Select(x => InContext(x, sources)).ToArray();
        var prefix = sources.Folder.Length == 0 || !sources.IsProject ? "" : $"{sources.Folder}/";
        if (asked.Length > 0)
            return asked;
        if (subject.Context is not { } context)
            return [.. toolchain.Manifests.Select(x => prefix + x)];
        var there = context.Sent.Select(x => x.Path).Where(x => x.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        var beside = there.Where(x => toolchain.Manifests.Any(y => IsNamed(x[prefix.Length..], y))).ToArray();
        var below = beside.Length > 0 ? beside : [.. there.Where(x => toolchain.Manifests.Any(y => IsNamed(x[(x.LastIndexOf('/') + 1)..], y))).Take(Shown)];
        return below.Length > 0 ? below : [.. toolchain.Manifests.Select(x => prefix + x)];
    }

    /// <summary>Whether a file has a name, in which a star stands for anything.</summary>
    public static bool IsNamed(string file, string name) => FileSystemName.MatchesSimpleExpression(name, file, ignoreCase: false) && !file.Contains('/');

    // /app/requirements.txt is requirements.txt of the context, when that was copied to /app.
    static string InContext(string path, CopiedSources sources)
    {
        var destination = $"{sources.Destination.TrimEnd('/')}/";
        var inside = path.StartsWith(destination, StringComparison.Ordinal) ? path[destination.Length..] : path.StartsWith('/') ? path[(path.LastIndexOf('/') + 1)..] : path;
        inside = inside.StartsWith("./", StringComparison.Ordinal) ? inside[2..] : inside;
        return sources.Folder.Length == 0 ? inside : $"{sources.Folder}/{inside}";
    }
}
