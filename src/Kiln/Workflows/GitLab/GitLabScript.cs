using Kiln.Workflows.Derivation;

namespace Kiln.Workflows.GitLab;

/// <summary>A job's own steps as lines of its script. What a step changes in the shell, and its variables, reach it and nothing else.</summary>
static class GitLabScript
{
    internal static IEnumerable<string> Of(Step step, RunnerSystem system) => step switch
    {
        Step.Run run when system == RunnerSystem.Windows => [PowerShellBlock.Of(run)],
        Step.Run run => [InBash(run.Script, [.. run.Variables.Select(x => (x.Key, Processes.ShellQuoting.Quote(x.Value))), .. Renamed(run).Select(x => (x.Variable, $"\"${x.StoredAs}\""))])],
        Step.Propose propose => [InBash(
            ProposalScript.OfGitLab(propose.Paths), [("BRANCH", Processes.ShellQuoting.Quote(propose.Branch)), ("TITLE", Processes.ShellQuoting.Quote(propose.Title))])],
        Step.Raw { GitLab: { } text } => [text],
        _ => [],
    };

    /// <summary>Secrets that a step knows by another name: all others GitLab gives to all jobs.</summary>
    internal static IEnumerable<SecretUse> Renamed(Step.Run run) => run.Secrets.Where(x => x.StoredAs != x.Variable);

    static string InBash(string script, IEnumerable<(string Name, string Value)> variables) =>
        $"(\n{string.Concat(variables.Select(x => $"export {x.Name}={x.Value}\n"))}{script.TrimEnd()}\n)";
}
