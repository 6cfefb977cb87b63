using Kiln.Dockerfiles.Syntax;
using Kiln.Linting;
using Kiln.Linting.Toolchains;

namespace Kiln.Advising;

/// <summary>Tells from a Dockerfile what its program needs: by what the final stage starts from, else by what compiles it.</summary>
static class ProgramKinds
{
    static readonly (string Part, ProgramKind Kind)[] OfBases =
    [
        ("aspnet", ProgramKind.DotNet), ("dotnet/runtime", ProgramKind.DotNet), ("temurin", ProgramKind.Java), ("openjdk", ProgramKind.Java),
        ("java", ProgramKind.Java), ("corretto", ProgramKind.Java), ("node", ProgramKind.Node), ("python", ProgramKind.Python),
    ];

    static readonly Dictionary<string, ProgramKind> OfToolchains = new()
    {
        ["Go"] = ProgramKind.Linked,
        ["Cargo"] = ProgramKind.Linked,
        [".NET"] = ProgramKind.DotNet,
        ["Maven"] = ProgramKind.Java,
        ["Gradle"] = ProgramKind.Java,
    };

    public static ProgramKind Of(LintSubject subject)
    {
        if (subject.Final is not { } final)
            return ProgramKind.Unknown;
        var root = subject.LineageOf(final).Last().Stage?.From.Image?.Text ?? "";
        if (OfBases.FirstOrDefault(x => root.Contains(x.Part, StringComparison.Ordinal)) is { Kind: not ProgramKind.Unknown } known)
            return known.Kind;
        if (subject.Commands.Select(KnownToolchains.CompilingBy).FirstOrDefault(x => x is not null) is not { } toolchain)
            return ProgramKind.Unknown;
        return toolchain.Name == "Go" && SwitchesCgoOff(subject) ? ProgramKind.Static : OfToolchains.GetValueOrDefault(toolchain.Name);
    }

    // A variable of the command, or of the stage.
    static bool SwitchesCgoOff(LintSubject subject) =>
        subject.Runs.Any(x => x.Run.Text.Contains("CGO_ENABLED=0", StringComparison.Ordinal))
        || subject.Of<EnvInstruction>().Any(x => x.Pairs.Any(pair => pair is { Key.Text: "CGO_ENABLED", Value.Text: "0" }));
}
