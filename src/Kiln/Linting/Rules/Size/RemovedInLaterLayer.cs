using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Packages;
using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>A layer can hide files of the layers below, but it cannot take their bytes away.</summary>
sealed class RemovedInLaterLayer() : LintRule(
    "KLN9006", Severity.Warning, "Remove files in the RUN that makes them.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in ShippedRuns.Of(subject)
        where run.Commands.Count > 0 && run.Commands.All(IsClearing)
        let earlier = run.Section.Instructions.TakeWhile(x => x != run.Run).Any(x => x is RunInstruction or CopyInstruction or AddInstruction)
        where earlier
        select Found(
            run.Commands[0].Span,
            $"'{run.Commands[0]}' stands in a RUN of its own, so the files stay in the layer that made them and the image gets no smaller.",
            "Append it to the RUN that makes the files, with '&&', or make them in an earlier stage.");

    static bool IsClearing(ShellCommand command) =>
        (command.Name == "rm" && command.Operands.Any())
        || command.Is("apt-get", "clean", "autoclean", "autoremove", "purge") || command.Is("yum", "clean") || command.Is("dnf", "clean")
        || command.Is("npm", "cache") || command.Is("pip", "cache");
}
