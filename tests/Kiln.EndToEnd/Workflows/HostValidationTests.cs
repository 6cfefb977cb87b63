using System.Text.Json;
using Kiln.Processes;
using Kiln.Tests.Workflows;
using Kiln.Workflows;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;

namespace Kiln.EndToEnd.Workflows;

/// <summary>What Kiln writes for CI hosts, read by the hosts' own parsers.</summary>
public sealed class HostValidationTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kiln-workflows-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task GitHub_s_language_service_and_actionlint_have_nothing_against_any_workflow()
    {
        var tools = await ValidatorTools.GetAsync();
        var count = 0;
        foreach (var (name, pipelines, isForGitHub, _) in SamplePipelines.All())
        {
            foreach (var pipeline in isForGitHub ? pipelines : [])
            {
                var file = GitHubWorkflow.Of(pipeline, SamplePipelines.Facts, new GitHubHost { ShowsFindings = name.Length % 2 == 0 });
                File.WriteAllText(Path.Combine(_folder, $"{name}-{pipeline.Name}.yml"), file.Text);
                count++;
            }
        }

        Assert.Empty(await tools.RunAsync("github.bundle.js", _folder));
        Assert.InRange(count, 25, int.MaxValue);
    }

    [Theory]
    [InlineData("timeout-minutes: 60", "timeout-minuts: 60", "language service")]
    [InlineData("global-json-file", "global-jsonfile", "language service")]
    [InlineData("github.run_id }}", "github.runid }}", "actionlint")]
    [InlineData("branches: [main]", "branches: [main]\n    tags-: [x]", "actionlint")]
    public async Task They_do_find_what_is_wrong(string right, string wrong, string finder)
    {
        var tools = await ValidatorTools.GetAsync();
        var pipeline = SamplePipelines.All().First().Pipelines[0];
        File.WriteAllText(Path.Combine(_folder, "images.yml"), GitHubWorkflow.Of(pipeline, SamplePipelines.Facts, new GitHubHost()).Text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(await tools.RunAsync("github.bundle.js", _folder), x => x.Contains(finder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GitLab_s_schema_and_its_stages_and_needs_have_nothing_against_any_pipeline()
    {
        var tools = await ValidatorTools.GetAsync();
        var files = SamplePipelines.All().Where(x => x.ForGitLab || x.Name == "services")
            // How images are built changes what a job says about its engine and nothing else.
            .SelectMany(x => SamplePipelines.GitLabHosts().Where(y => (y.Name == "shell" ? x.ForGitLab : x.Name is "default" or "services" or "all-together")).Select(y =>
                ($"{x.Name}-{y.Name}", GitLabPipeline.Of(x.Pipelines, SamplePipelines.Facts, y.Host).Text)))
            .ToArray();

        var problems = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(files, async (file, _) =>
        {
            if (await ProblemAsync(tools, file.Item1, file.Text) is { } problem)
                problems.Add(problem);
        });

        Assert.Empty(problems);
        Assert.InRange(files.Length, 25, int.MaxValue);
    }

    [Fact]
    public async Task A_component_can_be_included_and_its_inputs_are_its_jobs_variables()
    {
        var tools = await ValidatorTools.GetAsync();
        var component = GitLabComponent.Of(SamplePipelines.All().Single(x => x.Name == "called").Pipelines[0], SamplePipelines.Facts, new GitLabHost()).Text;
        string Including(string inputs) => $"include:\n  - local: templates/sample.yml\n    inputs: {inputs}\n";

        Assert.Null(await ProblemAsync(tools, "included", Including("{ ONLY_IMAGES: api, stage: deploy, prefix: images- }"), ("templates/sample.yml", component)));
        Assert.NotNull(await ProblemAsync(tools, "no such stage", Including("{ stage: nowhere }"), ("templates/sample.yml", component)));
    }

    [Theory]
    [InlineData("stage: stage-1", "stage: nowhere")]
    [InlineData("timeout: 60 minutes", "timeout: [60]")]
    [InlineData("needs: []", "needs: [nobody]")]
    public async Task It_does_find_what_is_wrong(string right, string wrong)
    {
        var tools = await ValidatorTools.GetAsync();
        var text = GitLabPipeline.Of(SamplePipelines.All().First().Pipelines, SamplePipelines.Facts, new GitLabHost()).Text.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotNull(await ProblemAsync(tools, "wrong", text));
    }

    [Fact]
    public async Task Three_parsers_of_both_versions_read_what_was_meant()
    {
        var tools = await ValidatorTools.GetAsync();
        string[] texts =
        [
            "on", "No", "y", "Y", "null", "~", "1.10", "012", "0o17", "1e3", "1_000", "12:30", "190:20:30", ".inf", "2026-11-28", "2026-11-28T10:00:00Z", "=", "<<",
            "", " ", "#", "a #b", "a: b", "- a", "? a", "[a", "{a", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "'", "\"", "\\", "${{ secrets.X }}", "{{ x }}", "a\nb\n", "a\nb",
            "\n", "a\n\n", " a\nb", "\ta", "a\tb", "😀", "é", "\u0085", "\u2028", "\u00A0", "\u0001", "a\r\nb", "---", "...", "0x1F", "+1", "1,000", "true ", "key:",
        ];
        var pipelines = texts.Select((x, i) => (Name: $"t{i}", Text: x, Job: new Job("a", "A") { Variables = new Dictionary<string, string> { ["V"] = x } }))
            .Select(x => (x.Name, x.Text, File: GitHubWorkflow.Of(new Kiln.Workflows.Pipeline(x.Name) { Triggers = [new Trigger.Push()], Jobs = [x.Job] }, new PipelineFacts(), new GitHubHost())))
            .ToArray();
        foreach (var (name, _, file) in pipelines)
            File.WriteAllText(Path.Combine(_folder, $"{name}.yml"), file.Text);

        var read = (await tools.RunAsync("parsers.js", _folder)).Select(x => JsonDocument.Parse(x).RootElement).ToDictionary(x => x[0].GetString()!);

        var github = texts.ToDictionary(x => x, x => x.Replace("${{", "${{ '${{' }}", StringComparison.Ordinal));
        Assert.All(pipelines, x => Assert.All(Enumerable.Range(1, 3), parser =>
            Assert.Equal(github[x.Text], read[$"{x.Name}.yml"][parser].GetProperty("jobs").GetProperty("a").GetProperty("env").GetProperty("V").GetString())));
    }

    static async Task<string?> ProblemAsync(ValidatorTools tools, string name, string text, params (string Path, string Text)[] others)
    {
        var repository = Directory.CreateTempSubdirectory("kiln-gitlab-").FullName;
        try
        {
            var runner = new CommandRunner();
            foreach (var (path, content) in others.Append((".gitlab-ci.yml", text)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(repository, path))!);
                File.WriteAllText(Path.Combine(repository, path), content);
            }

            await runner.RunAsync(new Command("sh", ["-c", "git init --quiet && git remote add origin https://gitlab.com/acme/app.git && git add . && git -c user.name=a -c user.email=a@example.com commit --quiet --message a"]) { WorkingDirectory = repository });
            var result = await runner.RunAsync(new Command("node", [tools.GitLabCiLocal, "--list-csv-all", "--home", Path.Combine(repository, "home")])
            {
                WorkingDirectory = repository,
                OnFailure = FailureHandling.Return,
            });
            return result.IsSuccess ? null : $"{name}: {result.Output}{result.ErrorOutput}";
        }
        finally
        {
            Directory.Delete(repository, recursive: true);
        }
    }
}
