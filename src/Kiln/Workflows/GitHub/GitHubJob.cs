using System.Globalization;
using Kiln.Primitives;
using Kiln.Pushing.Outputs;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>A job as GitHub reads it.</summary>
static class GitHubJob
{
    // https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#jobsjob_idstrategymatrix
    const int MostJobs = 256;

    // Of a machine of GitHub's own: https://docs.github.com/actions/reference/limits
    static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>KILN5004 for what GitHub cannot do.</summary>
    internal static YamlMap Of(Pipeline pipeline, Job job, PipelineFacts facts, GitHubHost host)
    {
        if (job.Retries > 0)
        {
            throw new KilnException(
                ErrorCodes.HostLacksFeature,
                $"The job '{job.Name}' is tried again when it fails, and GitHub does not do that. Set Retries to 0, or repeat inside of the target.");
        }

        if (job.Runner.IsHosted && job.Timeout > Longest)
        {
            throw new KilnException(
                ErrorCodes.HostLacksFeature,
                $"The job '{job.Name}' is ended after {job.Timeout}, and GitHub ends jobs on its own machines after {Longest.TotalHours} hours. Set Timeout to that at most, or take a machine of your own: Runner.Labels(…).");
        }

        return YamlMap.Of(
            ("needs", job.Needs.Count == 0 ? null : job.Needs),
            ("if", GitHubConditions.Of(pipeline, job)),
            ("runs-on", RunnerOf(job.Runner)),
            ("timeout-minutes", (int)Math.Ceiling(job.Timeout.TotalMinutes)),
            ("permissions", GitHubPermissions.Of(job, facts, host)),
            ("cache-mode", CacheModeOf(pipeline, job, facts, host)),
            ("environment", EnvironmentOf(job.Environment)),
            ("concurrency", job.Exclusive is { } group ? YamlMap.Of(("group", GitHubText.Literal(group)), ("cancel-in-progress", (YamlNode)false)) : null),
            ("strategy", StrategyOf(job)),
            ("services", YamlMap.Of(job.Services.Select(x => (x.Name, (YamlNode?)ServiceOf(x)))).OrNull()),
            ("env", YamlMap.Of(job.Variables.Select(x => (x.Key, (YamlNode?)GitHubText.Literal(x.Value)))).OrNull()),
            ("outputs", OutputsOf(job, facts)),
            ("steps", new YamlList(new GitHubSteps(pipeline, job, facts, host).All())))
            .With(ExtraText.Read(job.Extra.GitHub, $"the job '{job.Name}'"));
    }

    static YamlNode RunnerOf(Runner runner) => runner switch
    {
        Runner.Labelled { GitHubLabels: [var only] } => GitHubText.Literal(only),
        Runner.Labelled labelled => labelled.GitHubLabels,
        Runner.OfGroup group => YamlMap.Of(("group", group.Name), ("labels", group.GroupLabels.Count == 0 ? null : group.GroupLabels)),
        _ => throw new InvalidOperationException($"{runner} is no runner."),
    };

    // What a pull request writes only it would read; the barrier is the host's, since it can change the build itself.
    // Who puts together what others built has no steps to keep.
    static string? CacheModeOf(Pipeline pipeline, Job job, PipelineFacts facts, GitHubHost host)
    {
        var deeds = JobDeeds.Of(job, facts);
        return !host.HasCacheMode || !deeds.HasAny(Deeds.UseEngine) ? null
            : deeds.HasAny(Deeds.Assemble) || pipeline.EventsOf(job).All(x => x == JobEvent.PullRequest) ? "read" : "write";
    }

    static YamlNode? EnvironmentOf(DeploymentEnvironment? environment) => environment is null ? null
        : environment.Url is null && environment.Extra.GitHub.Count == 0 ? GitHubText.Literal(environment.Name)
        : YamlMap.Of(("name", GitHubText.Literal(environment.Name)), ("url", environment.Url is { } url ? GitHubText.Literal(url) : null))
            .With(ExtraText.Read(environment.Extra.GitHub, $"the environment '{environment.Name}'"));

    static YamlMap? StrategyOf(Job job) => job.Matrix is not { } matrix ? null
        : matrix.Count > MostJobs ? throw new KilnException(
            ErrorCodes.HostLacksFeature,
            $"The matrix of the job '{job.Name}' makes {matrix.Count} jobs, and GitHub takes {MostJobs}. Give it fewer values, or make several jobs of it.")
        : YamlMap.Of(
        ("fail-fast", (YamlNode)matrix.EndsOthers),
        ("max-parallel", matrix.AtOnce is { } count ? (YamlNode)count : null),
        ("matrix", YamlMap.Of(matrix.Axes.Select(x => (x.Name, (YamlNode?)x.Values.Select(GitHubText.Literal).ToValueList())))));

    static YamlMap ServiceOf(ServiceContainer service) => YamlMap.Of(
        ("image", service.Image.ToString()),
        ("env", YamlMap.Of(service.Variables.Select(x => (x.Key, (YamlNode?)GitHubText.Literal(x.Value)))).OrNull()),
        ("ports", service.Ports.Count == 0 ? null : service.Ports.Select(x => $"{x.ToString(CultureInfo.InvariantCulture)}:{x.ToString(CultureInfo.InvariantCulture)}").ToValueList()))
        .With(ExtraText.Read(service.Extra.GitHub, $"the service '{service.Name}'"));

    // A matrix has one output of a name for all of its jobs, so that none would say whose it is.
    static YamlMap? OutputsOf(Job job, PipelineFacts facts) => job.Matrix is not null || !JobDeeds.Of(job, facts).HasAny(Deeds.Push) ? null : YamlMap.Of(OutputNames.OfGitHub(facts.Images)
        .SelectMany(x => new[] { $"{x.Name}-image", $"{x.Name}-digest" })
        .Select(x => (x, (YamlNode?)GitHubText.Expression($"steps.build.outputs.{x}")))).OrNull();
}
