using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>Compilers and headers that were installed stay in their layer, also when a later RUN removes them.</summary>
sealed class BuildPackagesInFinalImage() : LintRule(
    "KLN9002", Severity.Warning, "Install compilers and headers in a stage that only builds.")
{
    static readonly string[] Names =
    [
        "build-essential", "gcc", "g++", "clang", "make", "cmake", "autoconf", "automake", "build-base", "musl-dev", "libc-dev",
        "golang", "golang-go", "rustc", "cargo", "default-jdk", "default-jdk-headless", "maven", "gradle", "python3-dev", "python-dev",
    ];

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { } final)
            return [];

        var lineage = subject.LineageOf(final).ToArray();
        return
            from run in subject.Runs
            where lineage.Contains(run.Section)
            from command in run.Commands
            where Installs(command)
            let packages = command.Operands.Where(x => Names.Contains(x.Text.Split('=')[0])).ToArray()
            where packages.Length > 0 && !run.Commands.Any(x => PackageRemoval.Of(x, packages[0].Text))
            select Found(
                packages[0].Span,
                $"{Lists.And(packages)} {(packages.Length == 1 ? "gets" : "get")} into the final image, where nothing is compiled any more.",
                "Install it in an earlier stage, and copy what was compiled there: COPY --from=build …");
    }

    static bool Installs(ShellCommand command) =>
        command.Is("apt-get", "install") || command.Is("apt", "install") || command.Is("apk", "add")
        || command.Is("dnf", "install") || command.Is("microdnf", "install") || command.Is("yum", "install") || command.Is("zypper", "install");
}
