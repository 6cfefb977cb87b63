using System.Reflection;
using Kiln.Engine.Hosts;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;

namespace Kiln.Engine.Tests.CI;

public sealed class GitHubActionsTests : IDisposable
{
    private readonly ChangedVariables _variables = new();
    private readonly GitHubActions _host = new();

    public void Dispose() => _variables.Dispose();

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    public void Runs_where_its_variable_exists(string? value, bool expected)
    {
        _variables["GITHUB_ACTIONS"] = value;

        Assert.Equal(expected, GitHubActions.IsRunningGitHubActions);
    }

    [Fact]
    public void Is_found_by_its_name()
    {
        var host = HostDetection.Create("githubactions");

        Assert.IsType<GitHubActions>(host);
        Assert.Same(host, GitHubActions.Instance);
    }

    [Fact]
    public void Reads_each_variable_when_it_is_asked()
    {
        var texts = typeof(GitHubActions).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(x => x.PropertyType == typeof(string) && x.Name is not ("PullRequestAction" or "Home"))
            .ToDictionary(x => $"GITHUB_{EnvironmentName.Of(x.Name)}");

        foreach (var (variable, property) in texts)
        {
            _variables[variable] = $"value of {variable}";
            Assert.Equal($"value of {variable}", property.GetValue(_host));
            _variables[variable] = null;
            Assert.Null(property.GetValue(_host));
        }
    }

    [Fact]
    public void Reads_numbers_and_paths()
    {
        _variables["GITHUB_RUN_ID"] = "9876543210";
        _variables["GITHUB_RUN_NUMBER"] = "7";
        _variables["GITHUB_RUN_ATTEMPT"] = null;
        _variables["GITHUB_STEP_SUMMARY"] = "/tmp/summary.md";

        Assert.Equal(9876543210, _host.RunId);
        Assert.Equal(7, _host.RunNumber);
        Assert.Equal(0, _host.RunAttempt);
        Assert.Equal("summary.md", _host.StepSummaryFile?.Name);
    }

    [Fact]
    public void Is_a_build_server_at_ref_and_commit()
    {
        _variables["GITHUB_REF"] = "refs/heads/main";
        _variables["GITHUB_SHA"] = "0123abcd";
        IBuildServer server = _host;

        Assert.Equal("refs/heads/main", server.Branch);
        Assert.Equal("0123abcd", server.Commit);
    }

    [Fact]
    public void Reads_the_event_from_its_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path / "event.json", """{ "action": "opened", "number": 42 }""");
        _variables["GITHUB_EVENT_PATH"] = folder.Path / "event.json";
        _variables["GITHUB_EVENT_NAME"] = "pull_request";

        Assert.True(_host.IsPullRequest);
        Assert.Equal(42, _host.PullRequestNumber);
        Assert.Equal("opened", _host.PullRequestAction);
        Assert.Equal("opened", (string?)_host.GitHubEvent["action"]);
    }
}
