using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>A shell and a package manager that nothing uses are there for an attacker alone, and for each scan to complain about.</summary>
sealed class ShellInFinalImage() : LintRule(
    "KLN9009", Severity.Information, "Leave shell and package manager out where nothing uses them.")
{
    static readonly string[] Distributions = ["debian", "ubuntu", "alpine", "fedora", "centos", "rockylinux", "almalinux", "amazonlinux"];

    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { Stage.From.Image: { } image } final || subject.BaseStageOf(final) is not null
            || !Distributions.Contains(image.Text.Split(':')[0].Split('/')[^1]))
            yield break;

        var starts = final.Instructions.Where(x => x is CmdInstruction or EntrypointInstruction).ToArray();
        var usesShell = final.Of<RunInstruction>().Any() || starts.Any(x => x.JsonItems is null || StartsScript(x))
            || final.Of<HealthcheckInstruction>().Any(x => x is { IsNone: false, IsShellForm: true });
        var copiesProgram = final.Instructions.OfType<CopyInstruction>().Any(x => x.From is not null);
        if (usesShell || starts.Length == 0 || !copiesProgram)
            yield break;

        yield return Found(
            image.Span,
            $"Nothing of the final stage uses the shell or the packages of '{image.Text}'; only a program is copied and started.",
            "A static program runs FROM scratch or gcr.io/distroless/static:nonroot, one that needs libc FROM gcr.io/distroless/base:nonroot.");
    }

    static bool StartsScript(Instruction instruction) => instruction.JsonItems is { Count: > 0 } items
        && (Linting.Shell.ShellNames.IsPosix(items[0].Text) || items[0].Text.EndsWith(".sh", StringComparison.Ordinal));
}
