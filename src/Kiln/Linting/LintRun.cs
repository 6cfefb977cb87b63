using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Shell;

namespace Kiln.Linting;

/// <summary>A RUN, also one behind ONBUILD, with what it runs.</summary>
public sealed record LintRun(LintSection Section, RunInstruction Run, ShellScript Script)
{
    /// <summary>The commands of its script.</summary>
    public IReadOnlyList<ShellCommand> Commands => Script.Commands;

    /// <summary>Whether a cache is mounted there, or above it, while the command runs.</summary>
    public bool HasCacheAt(params ReadOnlySpan<string> folders) => HasMountAt(["cache"], folders);

    /// <summary>Whether what is written there, or below, does not get into the image: a cache, or memory, is mounted.</summary>
    public bool IsKeptOut(params ReadOnlySpan<string> folders) => HasMountAt(["cache", "tmpfs"], folders);

    bool HasMountAt(ReadOnlySpan<string> types, ReadOnlySpan<string> folders)
    {
        foreach (var mount in Run.Mounts)
            if (types.Contains(mount.Type) && mount.Target?.Text.TrimEnd('/') is { } target)
                foreach (var folder in folders)
                    if (folder == target || folder.StartsWith($"{target}/", StringComparison.Ordinal))
                        return true;
        return false;
    }
}
