using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Toolchains;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>A layer is built again when a layer before it changed: after the sources, dependencies are fetched for each change of a line.</summary>
sealed class SourcesBeforeDependencies() : LintRule(
    "KLN9003", Severity.Warning, "Fetch dependencies before the sources are copied.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Sections.SelectMany(x => CheckStage(subject, x));

    IEnumerable<LintFinding> CheckStage(LintSubject subject, LintSection section)
    {
        var fetched = new HashSet<Toolchain>(
            from run in subject.Runs
            where subject.LineageOf(section).Skip(1).Contains(run.Section)
            from command in run.Commands
            let known = KnownToolchains.FetchingBy(command)
            where known is not null
            select known);
        Word? sources = null;
        foreach (var instruction in section.Instructions)
        {
            sources ??= WholeCopies.Of(instruction);
            if (instruction is not RunInstruction run)
                continue;
            foreach (var (command, toolchain) in from x in subject.Runs.First(x => x.Run == run).Commands
                                                 let known = KnownToolchains.FetchingBy(x)
                                                 where known is not null
                                                 select (x, known))
                if (fetched.Add(toolchain) && sources is not null && !IsCached(subject, run, toolchain))
                    yield return Found(
                        sources.Span,
                        $"All sources are copied before '{command}', so each change of any file fetches all dependencies again.",
                        $"Before it: COPY {string.Join(' ', toolchain.Manifests)} ./, then RUN {toolchain.Fetch}; copy the rest after that.");
        }
    }

    static bool IsCached(LintSubject subject, RunInstruction run, Toolchain toolchain) =>
        toolchain.KeepsInCache && subject.Runs.First(x => x.Run == run).HasCacheAt([.. toolchain.Caches]);
}
