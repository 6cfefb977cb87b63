using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>A later build would get another version.</summary>
sealed class UnpinnedPipPackage() : LintRule(
    "KLN2040", Severity.Warning, "Say which version pip installs.", "DL3013")
{
    static readonly string[] Repositories = ["git", "hg", "svn", "bzr"];
    static readonly string[] Files = [".whl", ".zip", ".tar.gz", ".tgz", ".tar.bz2"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from unpinned in UnpinnedPackages.In(Installs(subject).Where(x => !HasList(x)), IsPinned)
        where !Settings.Mention(subject, "PIP_CONSTRAINT")
        select Found(
            unpinned.Span, unpinned.Message,
            IsRepository(unpinned.First)
                ? "Write a tag or a commit behind the address of the repository, for instance ….git@v1.2.3."
                : $"Write the version, for instance {unpinned.First}==1.2.3, or use a file: pip install -r requirements.txt.");

    static IEnumerable<PackageCommand> Installs(LintSubject subject) =>
        PackageManager.Pip.CommandsIn(subject.Runs, "install").Concat(PackageManager.Pipx.CommandsIn(subject.Runs, "install"));

    // A file, or the project itself, may say the versions of what is named beside it.
    static bool HasList(PackageCommand command) =>
        command.Command.HasFlag("r", "requirement", "c", "constraint", "e", "editable", "group")
        || command.Operands.Any(x => x.Text.StartsWith('.'));

    static bool IsPinned(string package) =>
        IsRepository(package) ? HasRevision(package)
        : package.AsSpan().ContainsAny("=<>@/\\") || package.Contains("~=", StringComparison.Ordinal)
            || Files.Any(x => package.EndsWith(x, StringComparison.Ordinal));

    static bool IsRepository(string package) =>
        package.Contains("://", StringComparison.Ordinal) && Repositories.Contains(package.Split('+', ':')[0]);

    // Behind the host; what stands before it is who asks.
    static bool HasRevision(string package) =>
        package.Split("://", 2)[1].Split('#')[0].Split('/', 2) is [_, var path] && path.Contains('@');
}
