using Kiln.Dockerfiles.Syntax;
using Kiln.Linting;
using Kiln.Linting.Rules.Stages;
using Kiln.Linting.Shell;
using Kiln.Linting.Toolchains;

namespace Kiln.Advising;

/// <summary>What a program needs that is copied onto a base which could run anything: told by what compiles it, and where.</summary>
static class CompiledPrograms
{
    // Distributions, and bases that are there to compile. On others, as a database's, what is compiled is not the program.
    static readonly string[] Bases =
    [
        "scratch", "debian", "ubuntu", "alpine", "busybox", "fedora", "rockylinux", "almalinux", "amazonlinux", "buildpack-deps",
        "golang", "rust", "rustlang/rust", "gcc",
    ];

    static readonly string[] Places = ["gcr.io/distroless/", "registry.access.redhat.com/ubi", "cgr.dev/chainguard/"];

    public static ProgramNeeds? Of(LintSubject subject, BaseName name)
    {
        if (!Bases.Contains(name.Repository) && !Places.Any(x => name.Repository.StartsWith(x, StringComparison.Ordinal)))
            return null;
        var compiling = (from run in subject.Runs
                         from command in run.Commands
                         let toolchain = KnownToolchains.CompilingBy(command)
                         where toolchain is not null
                         select (Toolchain: toolchain.Name, run.Section)).FirstOrDefault();
        if (compiling.Section is null)
            return null;
        var compiler = StageBase.RootOf(subject, compiling.Section) is { IsOpen: false } root ? BaseName.Of(root.Name) : null;
        return compiling.Toolchain switch
        {
            "Go" => new(SwitchesCgoOff(subject) || (IsAlpine(compiler) && !InstallsCompiler(subject)) ? ProgramKind.Static : Linked(compiler)),
            "Cargo" => new(IsAlpine(compiler) || Mentions(subject, "-linux-musl") ? ProgramKind.Static : ProgramKind.Linked),
            "C" or "make" => new(subject.Commands.Any(x => x.HasArgument("-static")) ? ProgramKind.Static : Linked(compiler)),
            ".NET" => OfDotNet(subject, compiler),
            "Maven" or "Gradle" or "Java" => new(ProgramKind.Java, compiler is null ? null : ProgramKinds.JavaVersionOf(compiler)),
            _ => null,
        };
    }

    /// <summary>A program of .NET, by how it is published.</summary>
    public static ProgramNeeds OfDotNet(LintSubject subject, BaseName? sdk) => new(
        subject.Commands.Where(x => x.Is("dotnet", "publish")).Any(IsSelfContained) ? ProgramKind.SelfContainedDotNet : ProgramKind.DotNet,
        sdk?.Repository.EndsWith("/sdk", StringComparison.Ordinal) == true ? sdk.Version(2) : null);

    static bool IsSelfContained(ShellCommand publish) =>
        (publish.HasFlag("self-contained", "sc") && !publish.HasArgument("--self-contained=false", "false"))
        || publish.Arguments.Any(x => x.Text.Split(':')[^1] is "SelfContained=true" or "PublishTrimmed=true" or "PublishAot=true");

    static ProgramKind Linked(BaseName? compiler) => IsAlpine(compiler) ? ProgramKind.LinkedToMusl : ProgramKind.Linked;

    static bool IsAlpine(BaseName? compiler) => compiler is not null
        && (compiler.Repository == "alpine" || compiler.Parts.Any(x => x.StartsWith("alpine", StringComparison.Ordinal)));

    // Without a C compiler, Go compiles without C.
    static bool InstallsCompiler(LintSubject subject) => subject.Commands.Any(x => x.Is("apk", "add") && x.HasArgument("gcc", "build-base", "musl-dev", "clang"));

    // A variable of the command, or of the stage.
    static bool SwitchesCgoOff(LintSubject subject) =>
        subject.Runs.Any(x => x.Run.Text.Contains("CGO_ENABLED=0", StringComparison.Ordinal))
        || subject.Of<EnvInstruction>().Any(x => x.Pairs.Any(pair => pair is { Key.Text: "CGO_ENABLED", Value.Text: "0" }));

    static bool Mentions(LintSubject subject, string text) => subject.Dockerfile.Source.Text.Contains(text, StringComparison.Ordinal);
}
