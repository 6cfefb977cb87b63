using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Rules.Packages;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>A layer holds whole files: another owner or mode stores each of them a second time.</summary>
sealed class OwnerChangedInLaterLayer() : LintRule(
    "KLN9007", Severity.Warning, "Set owner and mode while copying.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from run in ShippedRuns.Of(subject)
        from command in run.Commands
        where command.Name is "chown" or "chmod" && command.HasFlag("R", "recursive")
        let values = command.Operands.ToArray()
        where values.Length >= 2
        let copy = run.Section.Instructions.TakeWhile(x => x != run.Run).OfType<CopyInstruction>()
            .LastOrDefault(x => values[1..].Any(y => IsIn(DestinationOf(run.Section, x), y.Text)))
        where copy is not null
        select Found(
            command.Span,
            $"'{command}' stores all files below '{values[1].Text}' a second time, since they are in the layer of a COPY already.",
            $"Write COPY --{command.Name}={values[0].Text} … instead.");

    // A relative destination lies in the folder that the last WORKDIR above names, as far as that is written out.
    static string? DestinationOf(LintSection section, CopyInstruction copy)
    {
        if (copy.Destination?.Text is not { } destination || destination.StartsWith('/'))
            return copy.Destination?.Text;
        var folder = section.Instructions.TakeWhile(x => x != copy).OfType<WorkdirInstruction>().LastOrDefault()?.Path?.Text;
        return folder?.StartsWith('/') == true ? $"{folder.TrimEnd('/')}/{(destination is "." or "./" ? "" : destination)}" : null;
    }

    static bool IsIn(string? destination, string folder) =>
        destination is not null && folder.StartsWith('/') && folder.Length > 1
        && $"{destination.TrimEnd('/')}/".StartsWith($"{folder.TrimEnd('/')}/", StringComparison.Ordinal);
}
