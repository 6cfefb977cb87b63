using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>What pip keeps for its next install, no container ever installs.</summary>
sealed class PipCacheLeft() : LintRule(
    "KLN2041", Severity.Information, "Install with pip install --no-cache-dir.", "DL3042")
{
    const string Variable = "PIP_NO_CACHE_DIR";
    static readonly string[] Yes = ["1", "true", "on", "yes", "y", "t"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in ShippedRuns.Of(subject)
        from install in PackageManager.Pip.CommandsIn([run], "install")
        where !install.Command.HasFlag("no-cache-dir", "no-cache", "cache-dir")
            && !Cache.IsKeptOut(run) && !Cache.IsCleanedAfter(install) && !IsSwitchedOff(subject, run)
        select Found(
            install.Head,
            $"'{install.Name}' keeps what it downloads and builds in a cache, which stays in the image unused.",
            $"Write {install.With("--no-cache-dir")}, or mount the cache: RUN --mount=type=cache,target={Cache.Folders[0]}.",
            RunEdits.Add(subject, run, install.Word, "--no-cache-dir"));

    static PackageCache Cache => PackageManager.Pip.Cache!;

    // A variable, or a setting as of: pip config set global.no-cache-dir true
    static bool IsSwitchedOff(LintSubject subject, LintRun run) =>
        Yes.Contains(Variables.ValueOf(subject, run, Variable), StringComparer.OrdinalIgnoreCase)
        || Settings.Mention(subject, "global.no-cache-dir");
}
