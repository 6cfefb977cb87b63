using Kiln.Linting.Toolchains;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>A layer is all or nothing; a cache mount keeps the packages that did not change, and keeps them out of the image.</summary>
sealed class CacheMountWouldHelp() : LintRule(
    "KLN9004", Severity.Information, "Mount a cache where dependencies are fetched.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        let fetching = FirstOf(run)
        where fetching is var (_, toolchain) && toolchain.Cache.Folders.Count > 0 && !toolchain.Cache.IsMounted(subject, run)
        // The first one of a stage says it; with a mount there, the others are seen at once.
        group (run, fetching.Value) by (run.Section, fetching.Value.Toolchain.Name) into ofStage
        let first = ofStage.First()
        select Found(
            first.run.Run.KeywordSpan,
            $"Without a cache mount, '{first.Value.Command}' downloads everything again when one dependency changed.",
            $"Write RUN {string.Join(' ', first.Value.Toolchain.Cache.Folders.Select(x => $"--mount=type=cache,target={x}"))} … (for the root user).");

    static (Shell.ShellCommand Command, Toolchain Toolchain)? FirstOf(LintRun run)
    {
        foreach (var command in run.Commands)
            if (KnownToolchains.FetchingBy(command) is { } toolchain && !command.HasFlag("no-cache-dir", "no-cache"))
                return (command, toolchain);
        return null;
    }
}
