using Kiln.Dockerfiles.Syntax;
using Kiln.Linting;
using Kiln.Linting.Shell;

namespace Kiln.Advising;

/// <summary>Whether the final stage needs a shell: for its own steps, to start, or to be checked.</summary>
static class FinalShell
{
    public static bool IsUsed(LintSubject subject)
    {
        var lineage = subject.Final is { } final ? subject.LineageOf(final).ToArray() : [];
        return lineage.SelectMany(x => x.Instructions).Any(x => x switch
        {
            RunInstruction run => run.IsShellForm,
            CmdInstruction or EntrypointInstruction => StartsShell(x),
            HealthcheckInstruction check => !check.IsNone && check.IsShellForm,
            _ => false,
        });
    }

    static bool StartsShell(Instruction start) => start.JsonItems is not { } items
        || (items.Count > 0 && (ShellNames.IsPosix(items[0].Text) || items[0].Text.EndsWith(".sh", StringComparison.Ordinal)));
}
