namespace Kiln.Linting.Rules.Packages;

/// <summary>What yum and dnf take for a version: a part behind a dash that begins with a digit.</summary>
static class RpmPackages
{
    /// <summary>What is installed in any version, of packages and of modules; groups have none.</summary>
    public static IEnumerable<UnpinnedPackages> Unpinned(LintSubject subject, PackageManager manager) =>
        from command in manager.CommandsIn(subject.Runs, "install", "in")
        where command.Kind is null or "module"
        from unpinned in UnpinnedPackages.Among([command], x =>
            Variables.AreIn(x) ? IsGiven(subject, command.Run, x)
            : command.Kind == "module" ? x.Contains(':') : IsPinned(x))
        select unpinned;

    /// <summary>What to write instead.</summary>
    public static string Remedy(UnpinnedPackages unpinned) =>
        Variables.AreIn(unpinned.First)
            ? $"Set {Lists.And([.. Variables.NamesIn(unpinned.First)])} in this stage, with ARG or ENV: nothing here does."
        : unpinned.Command.Kind == "module" ? $"Write the stream, for instance {unpinned.First}:1.2."
        : $"Write the version, for instance {unpinned.First}-1.2.3.";

    static bool IsPinned(string package) =>
        package.StartsWith('@') || package.Contains("://", StringComparison.Ordinal)
        || package.EndsWith(".rpm", StringComparison.Ordinal) || package.AsSpan().ContainsAny("=<>")
        || HasVersion(package.Split('-')[1..]);

    static bool HasVersion(string[] parts) =>
        parts.All(x => x.All(IsOfVersion)) && parts.Any(x => x.Length > 0 && char.IsAsciiDigit(x[0]));

    static bool IsOfVersion(char character) => char.IsAsciiLetterOrDigit(character) || ".~^_:+*?".Contains(character);

    // A version that nothing in the Dockerfile sets is none; any other text of a variable may have one.
    static bool IsGiven(LintSubject subject, LintRun run, string package) =>
        !package.Contains("-$", StringComparison.Ordinal)
        || Variables.NamesIn(package).All(x => Variables.IsSet(subject, run, x));
}
