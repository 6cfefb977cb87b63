using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Toolchains;

/// <summary>Where a toolchain keeps what it fetched.</summary>
/// <param name="Folders">The root user's, as documentation names them.</param>
/// <param name="Marks">A part of the name that such a folder has elsewhere, too: <c>/home/node/.npm</c>, <c>/pnpm/store</c>.</param>
/// <param name="Variables">Of the environment, which put it somewhere else.</param>
sealed record ToolchainCache(ValueList<string> Folders, ValueList<string> Marks, params ValueList<string> Variables)
{
    /// <summary>For a toolchain that keeps nothing worth a mount.</summary>
    public static ToolchainCache None { get; } = new([], []);

    /// <summary>Whether a RUN mounts a cache that is meant for it: at its folder, or by the name, the variable or the option that says where it lies.</summary>
    public bool IsMounted(LintSubject subject, LintRun run) =>
        run.HasCacheAt([.. Folders]) || run.Run.Mounts.Where(x => x.Type == "cache").Any(x => IsMeant(subject, run, x));

    bool IsMeant(LintSubject subject, LintRun run, Mount mount)
    {
        var folder = mount.Target?.Text.TrimEnd('/') ?? "";
        return folder.Length > 0 && (folder.Contains('$') || Marks.Any(x => folder.Contains(x, StringComparison.OrdinalIgnoreCase))
            || IsNamed(folder, run) || Values(subject, run).Any(x => IsIn(x, folder)));
    }

    // --store-dir=/store, or NAME=/store before the command.
    static bool IsNamed(string folder, LintRun run) =>
        run.Run.Arguments.Text.Contains($"={folder}", StringComparison.Ordinal) || run.Commands.SelectMany(x => x.Arguments).Any(x => x.Text == folder);

    IEnumerable<string> Values(LintSubject subject, LintRun run) =>
        from section in subject.LineageOf(run.Section)
        from environment in section.Instructions.OfType<EnvInstruction>()
        from pair in environment.Pairs
        where Variables.Contains(pair.Key.Text, StringComparer.OrdinalIgnoreCase)
        select pair.Value?.Text.Trim('"', '\'').TrimEnd('/') ?? "";

    static bool IsIn(string path, string folder) => path == folder || path.StartsWith($"{folder}/", StringComparison.Ordinal) || folder.StartsWith($"{path}/", StringComparison.Ordinal);
}
