using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>What a command installs without saying which version.</summary>
sealed record UnpinnedPackages(PackageCommand Command, IReadOnlyList<ShellWord> Packages)
{
    public string First => Packages[0].Text;

    public SourceSpan Span => Packages[0].Span;

    public string Message =>
        $"{Lists.And(Packages)} {(Packages.Count == 1 ? "is" : "are")} installed in whatever version "
        + "the day of the build brings.";

    /// <summary>Of each command what is not pinned; a variable may hold a version, and is not judged.</summary>
    public static IEnumerable<UnpinnedPackages> In(IEnumerable<PackageCommand> commands, Func<string, bool> isPinned) =>
        Among(commands, x => Variables.AreIn(x) || isPinned(x));

    /// <summary>The same, also judging what has variables.</summary>
    public static IEnumerable<UnpinnedPackages> Among(IEnumerable<PackageCommand> commands, Func<string, bool> isPinned) =>
        from command in commands
        let unpinned = command.Operands.Where(x => !isPinned(x.Text)).ToArray()
        where unpinned.Length > 0
        select new UnpinnedPackages(command, unpinned);
}
