using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Packages;

/// <summary>apt is for people: what it prints and how it asks may change with any version.</summary>
sealed class AptInsteadOfAptGet() : LintRule(
    "KLN2005", Severity.Warning, "Use apt-get, or apt-cache, in scripts.", "DL3027")
{
    // With these, both do the same.
    static readonly string[] Same =
        ["install", "update", "remove", "purge", "autoremove", "clean", "autoclean", "download", "source", "build-dep"];

    static readonly string[] OfCache = ["search", "show", "showsrc", "depends", "rdepends", "policy", "madison"];

    // A bare name is only asked for, as by command -v apt.
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in subject.Runs
        from command in run.Commands
        where command.Name == "apt" && command.Operands.Any()
        let word = PackageManager.Apt.Read(run, command)?.Word.Text
        select Found(
            command.NameWord.Span,
            "'apt' is made for people at a terminal, and its commands may change with any version.",
            word switch
            {
                "list" => "Write apt-cache pkgnames, or dpkg-query --list for what is installed.",
                "full-upgrade" => "Write apt-get dist-upgrade.",
                _ => $"Write {(OfCache.Contains(word) ? "apt-cache" : "apt-get")} {word}".TrimEnd() + ".",
            },
            Same.Contains(word) ? RunEdits.Rename(subject, run, command.NameWord, FolderOf(command.NameWord) + "apt-get") : null);

    static string FolderOf(ShellWord program) => program.Text[..(program.Text.LastIndexOf('/') + 1)];
}
