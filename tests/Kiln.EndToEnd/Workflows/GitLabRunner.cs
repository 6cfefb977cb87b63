using Kiln.Processes;

namespace Kiln.EndToEnd.Workflows;

/// <summary>Runs GitLab's pipelines on this machine: gitlab-ci-local, with a shell as on a plain runner. It copies the repository by rsync.</summary>
static class GitLabRunner
{
    /// <summary>Runs jobs, and those that they need.</summary>
    /// <param name="home">Where it keeps its own things.</param>
    /// <param name="machine">The variables of the machine.</param>
    /// <param name="variables">What the host gives each job, as <c>NAME=value</c>.</param>
    /// <param name="isIsolated">Whether each job has a copy of the repository, and of others only their artifacts. Else all have the folder itself, and what a machine keeps.</param>
    /// <param name="jobs">By their names.</param>
    internal static async Task<Command> CommandAsync(string home, Dictionary<string, string?> machine, IEnumerable<string> variables, bool isIsolated, params string[] jobs)
    {
        var tools = await ValidatorTools.GetAsync();
        return new Command(
            "node",
            [
                tools.GitLabCiLocal, "--force-shell-executor", .. isIsolated ? ["--shell-isolation"] : Array.Empty<string>(), "--home", home,
                .. variables.SelectMany(x => new[] { "--variable", x }),
                .. jobs,
            ])
        { Environment = [.. machine.Where(x => x.Key != "PATH"), new("PATH", await PathAsync(machine))] };
    }

    static async Task<string> PathAsync(Dictionary<string, string?> machine)
    {
        var path = machine.GetValueOrDefault("PATH") ?? Environment.GetEnvironmentVariable("PATH");
        return $"{path}:{Path.GetDirectoryName(await DebianTool.GetAsync("rsync"))}";
    }
}
