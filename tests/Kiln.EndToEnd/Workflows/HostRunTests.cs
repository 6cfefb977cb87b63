using System.Text.Json;
using System.Text.RegularExpressions;
using Kiln.EndToEnd.Pipeline;
using Kiln.Processes;

namespace Kiln.EndToEnd.Workflows;

/// <summary>What Kiln writes for CI hosts, run as they would run it, to an image in a registry.</summary>
public sealed partial class HostRunTests(PipelineFixture fixture)
{
    [Fact]
    public async Task Generated_pipelines_of_both_hosts_build_scan_and_push()
    {
        var tools = await ValidatorTools.GetAsync();
        using var sample = await SampleRepository.MakeAsync(fixture);
        var tag = await sample.ShellAsync("git rev-parse --short=12 HEAD");

        var first = await RunGitLabAsync(tools, sample);
        var pushed = await sample.FindPushedAsync(tag);
        var second = await RunGitLabAsync(tools, sample);
        var onGitHub = await RunGitHubAsync(tools, sample, "push");

        Assert.True(first.IsSuccess, first.Output + first.ErrorOutput);
        Assert.NotNull(pushed);
        Assert.True(second.IsSuccess, second.Output + second.ErrorOutput);
        Assert.Contains("Cache     the registry", Colours().Replace(first.Output, ""), StringComparison.Ordinal);
        Assert.Matches(@"Steps     1 of 1 cached", Colours().Replace(second.Output, ""));
        Assert.Contains($"site-digest={pushed}", onGitHub);
    }

    static async Task<CommandResult> RunGitLabAsync(ValidatorTools tools, SampleRepository sample)
    {
        Assert.SkipWhen(ExecutableFinder.FromEnvironment().Find("rsync") is null, "gitlab-ci-local copies the repository by rsync, and there is none.");
        string[] variables =
        [
            .. sample.Variables.Where(x => x.Value is not null).Select(x => $"{x.Key}={x.Value}"),
            "GITLAB_CI=true", "CI_SERVER=yes", "CI_PIPELINE_SOURCE=push", $"CI_REGISTRY={sample.Place.Split('/')[0]}", $"CI_REGISTRY_IMAGE={sample.Place}/project",
        ];
        return await sample.RunAsync(new Command(
            "node",
            [
                tools.GitLabCiLocal, "--force-shell-executor", "--shell-isolation", "--home", sample.PathOf(".nuke/temp/gitlab-home"),
                .. variables.SelectMany(x => new[] { "--variable", x }),
                "push",
            ])
        { Environment = [.. sample.Variables] });
    }

    /// <summary>A small runner: the scripts of a job in order, each with its variables, and nothing of the marketplace. What the steps gave out.</summary>
    static async Task<string> RunGitHubAsync(ValidatorTools tools, SampleRepository sample, string jobName)
    {
        var document = JsonDocument.Parse((await tools.RunAsync("parsers.js", sample.PathOf(".github/workflows"))).Single(x => x.StartsWith("[\"images.yml\"", StringComparison.Ordinal)));
        var job = document.RootElement[2].GetProperty("jobs").GetProperty(jobName);
        var output = sample.PathOf(".nuke/temp/outputs");
        await File.WriteAllTextAsync(output, "");
        foreach (var step in job.GetProperty("steps").EnumerateArray().Where(x => x.TryGetProperty("run", out _)))
        {
            var environment = new Dictionary<string, string?>(sample.Variables)
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_REF"] = "refs/heads/main",
                ["GITHUB_OUTPUT"] = output,
                ["GITHUB_EVENT_NAME"] = "push",
            };
            foreach (var variable in step.TryGetProperty("env", out var env) ? env.EnumerateObject() : default)
                environment[variable.Name] = Expression().Replace(variable.Value.GetString()!, "");
            var result = await sample.RunAsync(new Command("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.GetProperty("run").GetString()!])
            {
                Environment = environment,
            });
            Assert.True(result.IsSuccess, result.Output + result.ErrorOutput);
        }

        return await File.ReadAllTextAsync(output);
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();

    // No step of the marketplace ran that would have given something out.
    [GeneratedRegex(@"\$\{\{.*?\}\}")]
    private static partial Regex Expression();
}
