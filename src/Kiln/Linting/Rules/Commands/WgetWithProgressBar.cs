using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>A log has no cursor to move back, so each step of the bar is a line of it.</summary>
sealed class WgetWithProgressBar() : LintRule(
    "KLN3005", Severity.Information, "Keep the progress bar of wget out of the log.", "DL3047")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from command in subject.Commands
        where command.Name == "wget" && Downloads(command) && !IsQuiet(command)
        select Found(
            command.NameWord.Span,
            "'wget' draws its progress bar into the log of the build, line by line.",
            "Write wget --progress=dot:giga, or wget -nv; the one of BusyBox, which Alpine has, takes -q.");

    static bool Downloads(ShellCommand command) =>
        (command.Operands.Any() || command.HasFlag("i", "input-file")) && !command.HasFlag("spider", "help", "version", "V");

    static bool IsQuiet(ShellCommand command) =>
        command.HasFlag("progress", "q", "quiet", "no-verbose", "o", "output-file", "a", "append-output")
        || command.Arguments.Any(x => x.Text.StartsWith("-nv", StringComparison.Ordinal));
}
