using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedGoPackage() : LintRule(
    "KLN2070", Severity.Warning, "Say which version go installs.", "DL3062")
{
    static readonly string[] Newest = ["latest", "upgrade", "patch", "main", "master", "HEAD"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from command in PackageManager.Go.CommandsIn(subject.Runs, "install", "get", "run")
        let isGet = command.Word.Text == "get"
        // What follows the package of 'go run' is for the program.
        let packages = command.Word.Text == "run" ? command with { Operands = [.. command.Operands.Take(1)] } : command
        from unpinned in UnpinnedPackages.In([packages], x =>
            IsPinned(x, isGet) || (!isGet && !x.Contains('@') && MayBeInModule(subject, command.Run)))
        select Found(unpinned.Span, unpinned.Message, $"Write the version, for instance {unpinned.First.Split('@')[0]}@v1.2.3.");

    // What is not fetched has no version: folders, files, and the standard library, which has no dot in its names.
    static bool IsPinned(string package, bool isGet) =>
        package[0] is '.' or '/' || package.EndsWith(".go", StringComparison.Ordinal)
        || (package.Split('@') is [_, var version] ? !Newest.Contains(version)
            : isGet ? package is "all" or "std" or "cmd" : !package.Split('/')[0].Contains('.'));

    // Among sources, install and run take the version that go.mod requires.
    static bool MayBeInModule(LintSubject subject, LintRun run) =>
        run.Run.Mounts.Any(x => x.Type == "bind")
        || subject.LineageOf(run.Section).Any(section =>
            section.WithTriggers.Any(x => x is CopyInstruction or AddInstruction && x.Span.Start < run.Run.Span.Start)
            || subject.Runs.Any(x => x.Section == section && x.Commands.Any(y => y.Name == "git")));
}
