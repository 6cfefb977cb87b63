using Kiln.Linting.Shell;

namespace Kiln.Linting.Rules.Packages;

/// <summary>What a package manager keeps of what it downloads.</summary>
/// <param name="Clean">Behind the name of the program, what empties it.</param>
/// <param name="Mark">What a folder is called, among others, that was chosen for it.</param>
/// <param name="Folders">Where it lies; the first is the one to name.</param>
sealed record PackageCache(string Clean, string Mark, params string[] Folders)
{
    /// <summary>Whether a command of the package manager empties it.</summary>
    public Func<ShellCommand, bool> IsCleaned { get; init; } = _ => false;

    /// <summary>Whether a mount keeps it out of the image; one at a place that a variable says, may.</summary>
    public bool IsKeptOut(LintRun run) => run.IsKeptOut(Folders) || run.Run.Mounts
        .Where(x => x.Type is "cache" or "tmpfs")
        .Any(x => x.Target?.Text is { } target && (target.Contains('$') || IsMeant(target.TrimEnd('/'))));

    /// <summary>Whether a command behind the install empties it.</summary>
    public bool IsCleanedAfter(PackageCommand install) => install.Following.Any(x => IsCleaned(x) || IsRemoved(x));

    // /var/cache/*, /var/cache/{yum,dnf} and /var/cache/dnf* hold all that lies below or begins like that.
    bool IsRemoved(ShellCommand command) => command.Name is "rm" or "find" && command.Operands
        .Select(x => x.Text.Split('*', '?', '{')[0].TrimEnd('/'))
        .Any(x => IsMeant(x) || (x.Length > 1 && Folders.Any(y => y.StartsWith(x, StringComparison.Ordinal))));

    bool IsMeant(string folder) =>
        Folders.Any(x => folder.StartsWith(x, StringComparison.Ordinal))
        || folder.EndsWith(".cache", StringComparison.Ordinal)
        || (folder.Contains("cache", StringComparison.Ordinal) && folder.Contains(Mark, StringComparison.Ordinal));
}
