using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Commands;

/// <summary>The link is there for all scripts of the image; SHELL only means the RUNs that follow.</summary>
sealed class ReplacedShell() : LintRule("KLN3007", Severity.Warning, "Choose the shell with SHELL.", "DL4005")
{
    const string Shell = "/bin/sh";

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from command in subject.Commands
        where command.Name == "ln" && command.Operands.LastOrDefault()?.Text == Shell
        let target = command.Operands.First().Text
        where ShellNames.Base(target) is not ("sh" or "busybox")
        select Found(
            command.Span,
            $"'{Shell}' becomes another program for every script of the image, and not for RUN alone.",
            $"""Leave the link as it is, and write SHELL ["{Program(target)}", "-c"].""");

    static string Program(string target) => target switch
    {
        Shell => "/bin/bash",
        ['/', ..] => target,
        _ when target.All(char.IsAsciiLetterOrDigit) => $"/bin/{target}",
        _ => "/bin/bash",
    };
}
