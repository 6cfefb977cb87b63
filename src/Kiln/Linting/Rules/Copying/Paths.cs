using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Rules.Copying;

/// <summary>What the words of COPY and ADD tell, as far as it can be seen without the values of variables.</summary>
static class Paths
{
    static readonly string[] Unpackable = [".tar", ".gz", ".bz2", ".xz", ".tgz", ".tbz", ".tbz2", ".tb2", ".txz"];
    static readonly string[] Compressed = [.. Unpackable, ".z", ".lz", ".lzma", ".tz", ".tlz", ".tpz", ".zst", ".tzst"];

    /// <summary>The path without the quotes around it.</summary>
    public static string Unquoted(this Word word) => word.Text.Trim('"', '\'');

    /// <summary>The last part, behind the slashes of both worlds.</summary>
    public static string BaseName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>A variable has the last word, so that neither a slash nor an extension can be seen.</summary>
    public static bool EndsInVariable(string path) =>
        path.LastIndexOf('$') is var at and >= 0 && (path.EndsWith('}') || path.AsSpan(at).IndexOfAny('.', '/') < 0);

    /// <summary>ADD may unpack it.</summary>
    public static bool MayBeArchive(string path) =>
        path.Contains(".tar", StringComparison.OrdinalIgnoreCase) || HasExtension(path, Compressed);

    /// <summary>ADD does unpack it, if it is a tar inside.</summary>
    public static bool IsUnpackable(string path) => HasExtension(path, Unpackable);

    /// <summary>It is a tar inside, perhaps compressed.</summary>
    public static bool IsTar(string path) =>
        path.Contains(".tar", StringComparison.OrdinalIgnoreCase)
        || HasExtension(path, [".tgz", ".tbz", ".tbz2", ".tb2", ".txz"]);

    static bool HasExtension(string path, string[] extensions) =>
        extensions.Any(x => path.EndsWith(x, StringComparison.OrdinalIgnoreCase));
}
