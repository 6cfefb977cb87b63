using Kiln.Linting.Shell;
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
        var below = subject.LineageOf(section).Skip(1).ToArray();
        var fetched = Fetching(subject.Runs.Where(x => below.Contains(x.Section))).Select(x => x.Toolchain.Name).ToHashSet();
        foreach (var (run, command, toolchain) in Fetching(subject.Runs.Where(x => x.Section == section && section.Instructions.Contains(x.Run))))
        {
            var sources = section.Instructions.TakeWhile(x => x != run.Run)
                .Select(x => CopiedSources.Of(subject, section, x, toolchain)).FirstOrDefault(x => x is not null);
            if (!fetched.Add(toolchain.Name) || sources is null || !HasDependencies(subject, toolchain)
                || (toolchain.KeepsInCache && toolchain.Cache.IsMounted(subject, run)))
                continue;
            var manifests = ManifestFiles.Of(subject, toolchain, command, sources);
            yield return Found(
                sources.Word.Span,
                sources.Folder.Length == 0
                    ? $"All sources are copied before '{command}', so each change of any file fetches all dependencies again."
                    : $"'{sources.Word.Text}' is copied before '{command}', so each change of a file in it fetches all dependencies again.",
                $"Before it: COPY {string.Join(' ', manifests)} ./, then RUN {FetchOf(toolchain, manifests)}; copy the rest after that.");
        }
    }

    static IEnumerable<(LintRun Run, ShellCommand Command, Toolchain Toolchain)> Fetching(IEnumerable<LintRun> runs) =>
        from run in runs
        from command in run.Commands
        let known = KnownToolchains.FetchingBy(command)
        where known is not null
        select (run, command, known);

    // Without checksums there is nothing to fetch for Go, and what is vendored is there already.
    static bool HasDependencies(LintSubject subject, Toolchain toolchain) => toolchain.Name != "Go"
        || (!subject.Dockerfile.Source.Text.Contains("-mod=vendor", StringComparison.Ordinal)
            && (subject.Context is not { } context
                || (context.Sent.Any(x => IsFile(x.Path, "go.sum")) && !context.Sent.Any(x => x.Path.EndsWith("vendor/modules.txt", StringComparison.Ordinal)))));

    static bool IsFile(string path, string name) => path == name || path.EndsWith($"/{name}", StringComparison.Ordinal);

    static string FetchOf(Toolchain toolchain, IReadOnlyList<string> manifests) => toolchain.Fetch.EndsWith("requirements.txt", StringComparison.Ordinal)
        ? toolchain.Fetch[..^"-r requirements.txt".Length] + string.Join(' ', manifests.Select(x => $"-r {x[(x.LastIndexOf('/') + 1)..]}"))
        : toolchain.Fetch;
}
