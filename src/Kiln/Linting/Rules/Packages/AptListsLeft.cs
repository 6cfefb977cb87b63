using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The lists are of no use to a container, and out of date soon after.</summary>
sealed class AptListsLeft() : LintRule(
    "KLN2004", Severity.Information, "Remove apt's lists in the RUN that fetches them.", "DL3009")
{
    const string Clean = "rm -rf /var/lib/apt/lists/*";

    static readonly PackageCache Downloads = new("clean", "archives", "/var/cache/apt")
    {
        IsCleaned = x => x.Is("apt-get", "clean") || x.Is("apt", "clean"),
    };

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        ShippedRuns.Of(subject).Select(x => Judge(subject, x)).OfType<LintFinding>();

    LintFinding? Judge(LintSubject subject, LintRun run) =>
        PackageManager.AnyApt.CommandsIn([run], "update").LastOrDefault() is not { } update || Cache.IsCleanedAfter(update) ? null
        : !Cache.IsKeptOut(run) ? Left(subject, update)
        : KeepsDownloads(subject, run) && !Downloads.IsKeptOut(run) && !Downloads.IsCleanedAfter(update) ? HalfMounted(update)
        : null;

    LintFinding Left(LintSubject subject, PackageCommand update) => Found(
        update.Head,
        $"'{update.Name}' leaves its lists in '{Cache.Folders[0]}', and this layer keeps them for good.",
        HasInstall(update)
            ? $"End this RUN with && {Clean}, as removing them in a later one does not make the image smaller."
            : $"Fetch, use and remove them in one RUN: {update.Name} && apt-get install -y … && {Clean}.",
        IsNeeded(subject) ? null : RunEdits.Append(subject, update, Clean));

    LintFinding HalfMounted(PackageCommand update) => Found(
        update.Head,
        $"The lists are mounted, but downloaded packages stay in '{Downloads.Folders[0]}', as docker-clean is gone.",
        $"Mount that folder as well: RUN --mount=type=cache,target={Downloads.Folders[0]}.");

    static PackageCache Cache => PackageManager.Apt.Cache!;

    static bool HasInstall(PackageCommand update) => update.Following.Any(x => x.HasArgument("install"));

    // Some RUN installs from lists that another one has fetched.
    static bool IsNeeded(LintSubject subject) => subject.Runs.Any(run =>
        PackageManager.AnyApt.CommandsIn([run], "install", "update").FirstOrDefault() is { Word.Text: "install" });

    // Images of Debian and Ubuntu have a file of settings that removes downloads after each install.
    static bool KeepsDownloads(LintSubject subject, LintRun run) => subject.LineageOf(run.Section)
        .SelectMany(section => subject.Runs.Where(x => x.Section == section))
        .SelectMany(x => x.Commands)
        .Any(x => x.Name == "rm" && x.Operands.Any(y => y.Text.EndsWith("docker-clean", StringComparison.Ordinal)));
}
