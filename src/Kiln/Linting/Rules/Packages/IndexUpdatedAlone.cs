using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The cache has the layer with the index of an old day, and a later install asks for what is long gone.</summary>
sealed class IndexUpdatedAlone() : LintRule(
    "KLN2007", Severity.Warning, "Update the package index in the RUN that installs.", "DS-0017")
{
    static readonly string[] Installing = ["install", "add", "build-dep"];
    static readonly string[] NotUsing = ["update", "clean", "autoclean"];

    // Where index and install go together; dnf, yum and zypper see by themselves that an index is old.
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        from manager in new[] { PackageManager.AnyApt, PackageManager.Apk }
        let update = manager.CommandsIn([run], "update").LastOrDefault()
        where update is not null && !update.Following.Any(x => IsUse(manager, run, x))
        select Found(
            update.Head,
            $"'{update.Name}' has a RUN of its own, so a later RUN may install from an index that is as old as the cached layer.",
            $"Write both in one RUN: {update.Name} && {Install(subject, manager, run)}.");

    // Anything else that may install: a script, and what says so.
    static bool IsUse(PackageManager manager, LintRun run, ShellCommand command) =>
        manager.Read(run, command) is { } own ? !NotUsing.Contains(own.Word.Text)
        : command.NameWord.Text.AsSpan().ContainsAny('/', '$')
            || ShellNames.IsPosix(command.Name)
            || command.Name is "apt-cache" or "apt-file" or "." or "source" or "eval" or "make"
            || command.Arguments.Prepend(command.NameWord).Any(x => IsOfInstalling(x.Text));

    static bool IsOfInstalling(string word) =>
        word.Contains("install", StringComparison.Ordinal) || word.Contains("deps", StringComparison.Ordinal);

    static string Install(LintSubject subject, PackageManager manager, LintRun run) =>
        manager.CommandsIn(subject.Runs.Where(x => IsBelow(x, run)), Installing).FirstOrDefault() is { } install ? install.Excerpt
        : manager == PackageManager.Apk ? "apk add …" : "apt-get install -y …";

    static bool IsBelow(LintRun other, LintRun run) =>
        other.Section == run.Section && other.Run.Span.Start > run.Run.Span.Start;
}
