using System.Text.Json;
using System.Text.RegularExpressions;
using Kiln.Processes;
using Kiln.Tests.Workflows;
using Kiln.Workflows;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;

namespace Kiln.EndToEnd.Workflows;

/// <summary>Texts that a shell or a host could take for commands reach what the pipeline runs as they were written, on both hosts.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    static readonly Dictionary<string, string> Hostile = new()
    {
        ["COMMAND"] = "$(touch pwned)`touch pwned`; touch pwned #",
        ["SECRET"] = "${{ secrets.X }} ${{ 'a' }}",
        ["QUOTES"] = "it's \"here\" \\ and $HOME $$ %HOME%",
        ["LINES"] = "first\n- last: true\n'",
    };

    readonly CommandRunner _runner = new();
    readonly string _folder = Directory.CreateTempSubdirectory("kiln-hostile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What the host itself sets, and what people enter, comes last: the job's variables are the build's own.
    static Kiln.Workflows.Pipeline Sample => new("sample")
    {
        Triggers = [new Trigger.Push { Branches = ["feature/$(touch${IFS}pwned)", "it's\"here\""] }, new Trigger.Manual { Inputs = [new("ENTERED")] }],
        Jobs =
        [
            new Job("hostile", "Record")
            {
                Variables = [.. Hostile],
                Before = [new Step.Run("./record.sh before COMMAND SECRET QUOTES LINES") { Variables = [.. Hostile] }],
            },
        ],
    };

    [Fact]
    public async Task On_GitHub_they_are_texts()
    {
        var tools = await ValidatorTools.GetAsync();
        await PrepareAsync();
        Write(".github/sample.yml", GitHubWorkflow.Of(Sample, SamplePipelines.Facts, new GitHubHost()).Text);
        var workflow = JsonDocument.Parse((await tools.RunAsync("parsers.js", Path.Combine(_folder, ".github"))).Single()).RootElement[2];
        var job = workflow.GetProperty("jobs").GetProperty("hostile");

        foreach (var step in job.GetProperty("steps").EnumerateArray().Where(x => x.TryGetProperty("run", out _)))
        {
            Dictionary<string, string?> variables = [];
            foreach (var place in new[] { job, step })
                foreach (var variable in place.TryGetProperty("env", out var env) ? env.EnumerateObject() : default)
                    variables[variable.Name] = Evaluate(variable.Value.GetString()!);
            await RunAsync(new Command("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.GetProperty("run").GetString()!]) { Environment = variables });
        }

        Expect();
    }

    [Fact]
    public async Task On_GitLab_they_are_texts()
    {
        await PrepareAsync();
        Write(".gitlab-ci.yml", GitLabPipeline.Of([Sample], SamplePipelines.Facts, new GitLabHost()).Text);

        await RunAsync(await GitLabRunner.CommandAsync(
            Path.Combine(_folder, "home"), [], [$"PLACE={_folder}", $"ENTERED={Hostile["COMMAND"]}", "CI_PIPELINE_SOURCE=web"], isIsolated: true, "hostile"));

        Expect();
    }

    [Fact]
    public async Task In_PowerShell_they_are_texts_and_gone_after_their_step()
    {
        var tools = await ValidatorTools.GetAsync();
        var step = new Step.Run(string.Join('\n', Hostile.Keys.Select(x => $"[IO.File]::WriteAllText('{x}', $env:{x})"))) { Variables = [.. Hostile] };
        var pipeline = Sample with { Jobs = [new Job("hostile", "Record") { Runner = Runner.Labels("windows"), Before = [step] }] };
        Write(".gitlab/sample.yml", GitLabPipeline.Of([pipeline], SamplePipelines.Facts, new GitLabHost()).Text);
        var file = JsonDocument.Parse((await tools.RunAsync("parsers.js", Path.Combine(_folder, ".gitlab"))).Single()).RootElement[2];
        Write("step.ps1", $"{file.GetProperty("hostile").GetProperty("script")[0].GetString()}\n[IO.File]::WriteAllText('after', \"$env:COMMAND\")\nexit 0\n");

        await RunAsync(new Command("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kiln.EndToEnd.PowerShell.dll"), Path.Combine(_folder, "step.ps1")]));

        Assert.Equal(Hostile.Values, Hostile.Keys.Select(x => File.ReadAllText(Path.Combine(_folder, x))));
        Assert.Equal("", File.ReadAllText(Path.Combine(_folder, "after")));
        Assert.Empty(Directory.EnumerateFiles(_folder, "pwned", SearchOption.AllDirectories));
    }

    async Task PrepareAsync()
    {
        // Writes down what reached it, each ended by a zero byte.
        Write("record.sh", "#!/bin/bash\nfor name in \"${@:2}\"; do printf '%s\\0' \"${!name}\"; done > \"${PLACE:-.}/$1\"\n");
        Write("build.sh", "#!/bin/bash\n[ \"$*\" = Record ] && ./record.sh targets COMMAND SECRET QUOTES LINES ENTERED\n");
        await RunAsync(new Command("sh", ["-c", "chmod +x record.sh build.sh && git init --quiet --initial-branch main && git remote add origin https://git.example.com/acme/sample.git && git add . && git -c user.name=a -c user.email=a@example.com commit --quiet --message sample"]));
    }

    void Expect()
    {
        Assert.Equal(Hostile.Values, Recorded("before"));
        Assert.Equal([.. Hostile.Values, Hostile["COMMAND"]], Recorded("targets"));
        Assert.Empty(Directory.EnumerateFiles(_folder, "pwned", SearchOption.AllDirectories));
    }

    IEnumerable<string> Recorded(string name) => File.ReadAllText(Path.Combine(_folder, name)).Split('\0')[..^1];

    async Task RunAsync(Command command)
    {
        var result = await _runner.RunAsync(command with { WorkingDirectory = _folder, OnFailure = FailureHandling.Return });
        Assert.True(result.IsSuccess, result.Output + result.ErrorOutput);
    }

    void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.WriteAllText(Path.Combine(_folder, file), text);
    }

    // As GitHub does with the two kinds of expressions that are here: a text, and what somebody entered.
    static string Evaluate(string value) => Expression().Replace(value, x =>
        x.Groups["text"].Success ? x.Groups["text"].Value.Replace("''", "'") : x.Groups["name"].Value == "inputs.ENTERED" ? Hostile["COMMAND"] : "");

    [GeneratedRegex(@"\$\{\{ (?:'(?<text>(?:[^']|'')*)'|(?<name>[^}']*)) \}\}")]
    private static partial Regex Expression();
}
