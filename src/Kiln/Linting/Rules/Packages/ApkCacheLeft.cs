using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>The index is of no use to a container, and out of date soon after.</summary>
sealed class ApkCacheLeft() : LintRule(
    "KLN2011", Severity.Information, "Install with apk add --no-cache.", "DL3019", "DS-0025")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in ShippedRuns.Of(subject)
        where !Cache.IsKeptOut(run)
        from add in PackageManager.Apk.CommandsIn([run], "add")
        where !add.Command.HasFlag("no-cache", "cache-dir") && !Cache.IsCleanedAfter(add)
        select Found(
            add.Head,
            $"'{add.Name}' works with an index that stays in '{Cache.Folders[0]}', and so in the image.",
            $"Write {add.With("--no-cache")}, which fetches a new index and keeps none; 'apk update' is not needed then.",
            add.Command.HasFlag("no-network") ? null : RunEdits.Add(subject, run, add.Word, "--no-cache"));

    static PackageCache Cache => PackageManager.Apk.Cache!;
}
