using Kiln.Processes;
using Kiln.Workflows.Derivation;

namespace Kiln.Tests.Workflows;

/// <summary>The scripts of Step.Propose, run to their end in a clone, against a bare repository and what stands in for the host's program.</summary>
public sealed class ProposalTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CommandRunner _runner = new();

    public void Dispose() => _folder.Dispose();

    string Remote => $"file://{_folder.Path}/host/acme/shop";

    async Task<string> ShellAsync(string script, params (string Name, string? Value)[] variables)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are bash's.");
        var result = await _runner.RunAsync(new Command("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = _folder["clone"],
            OnFailure = FailureHandling.Return,
            Environment = [.. variables.Select(x => KeyValuePair.Create(x.Name, x.Value)), new("HOME", _folder.Path), new("GIT_CONFIG_GLOBAL", "/dev/null")],
        });
        Assert.True(result.IsSuccess, result.Output + result.ErrorOutput);
        return result.Output;
    }

    async Task CloneAsync()
    {
        Directory.CreateDirectory(_folder["clone"]);
        await ShellAsync($"""
            git init --quiet --bare --initial-branch main '{_folder["host/acme/shop.git"]}'
            git -C '{_folder["host/acme/shop.git"]}' config receive.advertisePushOptions true
            git init --quiet --initial-branch main
            echo '.nuke/' > .gitignore; echo old > kiln.lock; echo old > other
            git add . && git -c user.name=a -c user.email=a@example.com commit --quiet --message first
            git push --quiet '{Remote}.git' HEAD
            """);
    }

    Task<string> ProposedAsync(string what) => ShellAsync($"git -C '{_folder["host/acme/shop.git"]}' {what}");

    [Fact]
    public async Task On_GitHub_what_changed_in_the_lock_alone_is_pushed_and_a_pull_request_opened_or_left()
    {
        await CloneAsync();
        _folder.Write("bin/gh", $"#!/bin/sh\nprintf '%s\\n' \"$*\" >> '{_folder["asked"]}'\nif [ \"$2\" = list ] && [ -e '{_folder["open"]}' ]; then echo 7; fi\n");
        (string, string?)[] variables =
        [
            ("BRANCH", "kiln/lock"), ("TITLE", "Refresh $(id)"), ("GH_TOKEN", "t0ken"), ("GITHUB_SERVER_URL", $"file://{_folder.Path}/host"), ("GITHUB_REPOSITORY", "acme/shop"),
            ("GITHUB_RUN_ID", "1"), ("PATH", $"{_folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}"),
        ];
        var script = "chmod +x ../bin/gh\n" + ProposalScript.OfGitHub(["kiln.lock", "nowhere"]);

        await ShellAsync(script, variables);
        Assert.False(File.Exists(_folder["asked"])); // nothing changed, nothing was asked
        await ShellAsync("echo new > kiln.lock; echo new > other; mkdir -p .nuke; echo x > .nuke/x; echo x > stray\n" + script, variables);

        Assert.Equal("kiln.lock\n", await ProposedAsync("show --format= --name-only kiln/lock"));
        Assert.Equal("Refresh $(id)\n", await ProposedAsync("log -1 --format=%s kiln/lock"));
        Assert.Contains("pr create --head kiln/lock --title Refresh $(id)", File.ReadAllText(_folder["asked"]));
        File.Delete(_folder["asked"]);
        _folder.Write("open", "");
        await ShellAsync("git switch --quiet main; echo newer > kiln.lock\n" + script, variables);
        Assert.DoesNotContain("pr create", File.ReadAllText(_folder["asked"]));
        Assert.Equal("newer\n", await ProposedAsync("show kiln/lock:kiln.lock"));
    }

    [Fact]
    public async Task On_GitLab_the_push_itself_asks_for_the_merge_request_and_no_helper_of_the_machine_is_asked()
    {
        await CloneAsync();
        _folder.Write("host/acme/shop.git/hooks/pre-receive", $"#!/bin/sh\nenv | grep GIT_PUSH_OPTION_ | sort > '{_folder["options"]}'\n");
        var script = $"chmod +x '{_folder["host/acme/shop.git/hooks/pre-receive"]}'; echo new > kiln.lock\n" + ProposalScript.OfGitLab(["kiln.lock"]);

        await ShellAsync(
            script, ("BRANCH", "kiln/lock"), ("TITLE", "Refresh it"), ("KILN_PUSH_TOKEN", "t0ken"), ("CI_DEFAULT_BRANCH", "main"), ("CI_PROJECT_URL", Remote));

        Assert.Equal("new\n", await ProposedAsync("show kiln/lock:kiln.lock"));
        Assert.Contains("=merge_request.title=Refresh it\n", File.ReadAllText(_folder["options"]));
        Assert.Contains("-c credential.helper= -c credential.helper='!f()", script);
    }
}
