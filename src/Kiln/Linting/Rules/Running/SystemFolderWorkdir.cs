using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>Files there are lost when a container starts, and from some of these folders a process can get out of it.</summary>
sealed class SystemFolderWorkdir() : LintRule(
    "KLN5014", Severity.Warning, "Keep WORKDIR out of the system's folders.", "DS-0030")
{
    static readonly string[] OfTheKernel = ["/proc", "/sys", "/dev"];
    static readonly string[] OfTheHost = ["/boot", "/initrd", "/lost+found"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from workdir in subject.Of<WorkdirInstruction>()
        let word = workdir.Path
        where word is not null
        let path = word.Text.Trim('"', '\'')
        let isOfTheKernel = LiesIn(OfTheKernel, path)
        where isOfTheKernel || LiesIn(OfTheHost, path)
        select Found(
            word.Span,
            isOfTheKernel
                ? $"'{path}' is the kernel's: what a build leaves there is gone in a container, and some of it leads to the host."
                : $"'{path}' is for starting a machine, which a container never does.",
            "Work in a folder of your own, for instance WORKDIR /app.");

    static bool LiesIn(string[] folders, string path) =>
        folders.Any(x => path == x || path.StartsWith($"{x}/", StringComparison.Ordinal));
}
