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
        var machine = sample.WithEngine;

        var (first, second) = await RunGitLabTwiceAsync(sample, machine, isIsolated: true);
        var onGitHub = await RunGitHubAsync(tools, sample, machine, "push");

        Expect(first, second);
        Assert.Contains($"site-digest={await sample.FindPushedAsync()}", onGitHub);
    }

    [Fact]
    public async Task GitLabs_pipeline_needs_nothing_that_the_machine_has()
    {
        using var sample = await SampleRepository.MakeAsync(fixture);

        var (first, second) = await RunGitLabTwiceAsync(sample, sample.Bare, isIsolated: false);
        var stopped = await sample.RunAsync(new Command(sample.PathOf("build.sh"), ["StopEngine"]) { Environment = [.. sample.Bare] });

        Assert.True(stopped.IsSuccess, stopped.Output + stopped.ErrorOutput);
        Expect(first, second);
    }

    static void Expect(string first, string second)
    {
        Assert.Contains("Cache     the registry", first, StringComparison.Ordinal);
        Assert.Matches("Scanned   site: passed; .*trivy ", first);
        Assert.Matches("Steps     1 of 1 cached", second);
    }

    static async Task<(string First, string Second)> RunGitLabTwiceAsync(SampleRepository sample, Dictionary<string, string?> machine, bool isIsolated)
    {
        Assert.Null(await sample.FindPushedAsync());
        var first = await RunGitLabAsync(sample, machine, isIsolated);
        Assert.NotNull(await sample.FindPushedAsync());
        return (first, await RunGitLabAsync(sample, machine, isIsolated));
    }

    static async Task<string> RunGitLabAsync(SampleRepository sample, Dictionary<string, string?> machine, bool isIsolated)
    {
        var command = await GitLabRunner.CommandAsync(
            sample.PathOf(".nuke/temp/gitlab-home"),
            machine,
            [
                .. machine.Where(x => x.Value is not null).Select(x => $"{x.Key}={x.Value}"),
                "GITLAB_CI=true", "CI_SERVER=yes", "CI_PIPELINE_SOURCE=push", $"CI_REGISTRY={sample.Place.Split('/')[0]}", $"CI_REGISTRY_IMAGE={sample.Place}/project",
            ],
            isIsolated,
            "push");
        var result = await sample.RunAsync(command);
        Assert.True(result.IsSuccess, result.Output + result.ErrorOutput);
        return Colours().Replace(result.Output, "");
    }

    /// <summary>A small runner: the scripts of a job in order, each with its variables, and nothing of the marketplace. What the steps gave out.</summary>
    static async Task<string> RunGitHubAsync(ValidatorTools tools, SampleRepository sample, Dictionary<string, string?> machine, string jobName)
    {
        var document = JsonDocument.Parse((await tools.RunAsync("parsers.js", sample.PathOf(".github/workflows"))).Single(x => x.StartsWith("[\"images.yml\"", StringComparison.Ordinal)));
        var job = document.RootElement[2].GetProperty("jobs").GetProperty(jobName);
        var output = sample.PathOf(".nuke/temp/outputs");
        await File.WriteAllTextAsync(output, "");
        foreach (var step in job.GetProperty("steps").EnumerateArray().Where(x => x.TryGetProperty("run", out _)))
        {
            var environment = new Dictionary<string, string?>(machine)
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
