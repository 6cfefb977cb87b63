using Kiln.Primitives;
using Kiln.Pushing.Outputs;
using Kiln.Scanning.Reports;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitLab;

/// <summary>A job as GitLab reads it: https://docs.gitlab.com/ci/yaml/</summary>
/// <param name="pipeline">The job's.</param>
/// <param name="job">What is written.</param>
/// <param name="facts">What the build knows.</param>
/// <param name="host">How.</param>
/// <param name="inputs">Variables that the form for starting a pipeline sets, in all jobs of the file.</param>
/// <param name="all">All pipelines of the file.</param>
/// <param name="isComponent">Whether other repositories include it.</param>
sealed class GitLabJob(Pipeline pipeline, Job job, PipelineFacts facts, GitLabHost host, IReadOnlyCollection<string> inputs, IReadOnlyCollection<Pipeline> all, bool isComponent = false)
{
    // https://docs.gitlab.com/ci/yaml/#parallelmatrix
    const int MostJobs = 200;

    readonly Deeds _deeds = JobDeeds.Of(job, facts);

    /// <summary>KILN5004 for what GitLab cannot do.</summary>
    /// <param name="stage">Where it stands among the others.</param>
    /// <param name="nameOf">What jobs of this pipeline are called in the file.</param>
    internal YamlMap Map(string stage, Func<string, string> nameOf)
    {
        RequireSupport();
        var parts = EngineParts.Of(IsOnLinux ? host.Engine : GitLabEngine.Shell, facts.Pins);
        var engine = Does(Deeds.UseEngine) ? parts : parts.WithoutEngine;
        return YamlMap.Of(
            ("stage", stage),
            ("image", engine.Image),
            ("services", Services(engine)),
            ("tags", job.Runner is Runner.Labelled { GitLabTags: { Count: > 0 } tags } ? tags : null),
            ("rules", GitLabRules.Of(pipeline, job, all)),
            // Without it a job waits for all jobs of the stages before.
            ("needs", NeedsOf(nameOf)),
            ("timeout", $"{(int)Math.Ceiling(job.Timeout.TotalMinutes)} minutes"),
            ("retry", job.Retries > 0 ? (YamlNode)job.Retries : null),
            ("interruptible", pipeline.EndsOlderRuns && IsForRequestsOnly ? (YamlNode)true : null),
            ("resource_group", job.Exclusive),
            ("environment", job.Environment is { } place
                ? YamlMap.Of(("name", place.Name), ("url", place.Url)).With(ExtraText.Read(place.Extra.GitLab, $"the environment '{place.Name}'"))
                : null),
            ("parallel", job.Matrix is { } matrix ? YamlMap.Of(("matrix", new YamlList([MatrixOf(matrix)]))) : null),
            ("variables", Variables(engine).OrNull()),
            ("id_tokens", YamlMap.Of(job.IdTokens.Select(x => (x.Key, (YamlNode?)YamlMap.Of(("aud", x.Value))))).OrNull()),
            ("cache", job.Targets.Count > 0 ? Cache() : null),
            ("before_script", engine.Preparation.Count == 0 ? null : engine.Preparation),
            ("script", Script()),
            ("artifacts", Artifacts()))
            .With(ExtraText.Read(job.Extra.GitLab, $"the job '{job.Name}'"));
    }

    bool Does(Deeds some) => _deeds.HasAny(some);

    bool IsForRequestsOnly => pipeline.EventsOf(job).All(x => x == JobEvent.PullRequest);

    bool IsOnLinux => job.Runner.OperatingSystem == RunnerSystem.Linux;

    void RequireSupport()
    {
        var lacking = job.Runner is Runner.OfGroup group
            ? ($"runners by group ('{group.Name}')", "Name a runner's tags: Runner.Labels(…)")
            : job.Before.Concat(job.After).OfType<Step.Use>().FirstOrDefault() is { } use
                ? ($"actions of GitHub's marketplace ('{use.Action}')", "Say the same as a script, Step.Run, or as Step.Raw with lines for GitLab")
            : job.Before.Concat(job.After).Any(x => x.Extra.GitLab.Count > 0)
                ? ("keys of a step (Extra)", "Say them in the Extra of the job, or as lines of Step.Raw")
            : !IsOnLinux && job.Before.Concat(job.After).OfType<Step.Propose>().Any()
                ? ("Step.Propose on a machine without bash", "Propose in a job of its own on Runner.Linux, which takes what this one leaves")
            : job.Services.Count > 0 && host.Engine is GitLabEngine.OnMachine
                ? ("services beside a job in a runner's shell", "Choose GitLabEngine.DockerInDocker or RootlessBuildKit, or start them by a step")
            : job.Matrix is { AtOnce: not null } ? ("a limit of jobs of a matrix at once", "Take AtOnce out, or give the job an Exclusive group")
            : job.Matrix is { Count: > MostJobs and var count } ? ($"a matrix of {count} jobs, of which it takes {MostJobs}", "Give it fewer values, or make several jobs of it")
            : job.Matrix is { EndsOthers: true } ? ("ending the other jobs of a matrix", "Take EndsOthers out")
            : (null, "");
        if (lacking.Item1 is { } feature)
            throw new KilnException(ErrorCodes.HostLacksFeature, $"The job '{job.Name}' asks GitLab for what it does not have: {feature}. {lacking.Item2}.");
    }

    YamlList? Services(EngineParts engine) => engine.Services.Concat(job.Services.Select(ServiceOf)).ToValueList() is { Count: > 0 } all ? new YamlList(all) : null;

    static YamlNode ServiceOf(ServiceContainer service) => YamlMap.Of(
        ("name", service.Image.ToString()),
        ("alias", service.Name),
        ("variables", YamlMap.Of(service.Variables.Select(x => (x.Key, (YamlNode?)GitLabText.Doubled(x.Value)))).OrNull()))
        .With(ExtraText.Read(service.Extra.GitLab, $"the service '{service.Name}'"));

    YamlList NeedsOf(Func<string, string> nameOf) => new(job.Needs
        .Select(x => (YamlNode)YamlMap.Of(("job", nameOf(x)), ("artifacts", (YamlNode)Takes(x))))
        .ToValueList());

    bool Takes(string other) => pipeline.Jobs.Single(x => x.Name == other) is var maker
        && (JobDeeds.Of(maker, facts).HasAny(Deeds.Push) || JobArtifacts.Of(maker, facts).Any(x => job.Takes.Contains(x.Name)));

    static YamlMap MatrixOf(JobMatrix matrix) => YamlMap.Of(matrix.Axes.Select(x => (x.Name, (YamlNode?)x.Values.Select(GitLabText.Doubled).ToValueList())));

    YamlMap Variables(EngineParts engine) => YamlMap.Of(
    [
        .. job.Targets.Count > 0 ? [("NUGET_PACKAGES", GitLabText.Reference("$CI_PROJECT_DIR/.nuke/temp/nuget"))] : ((string, YamlNode?)[])[],
        .. job.NeedsHistory ? [("GIT_DEPTH", (YamlNode?)"0")] : ((string, YamlNode?)[])[],
        .. engine.Variables,
        .. pipeline.Variables.Select(x => (x.Key, (YamlNode?)GitLabText.Literal(x.Value))),
        .. job.Variables.Select(x => (x.Key, (YamlNode?)GitLabText.Literal(x.Value))),
        // Another name than the variable's: only then it has to be said, since GitLab gives all of its variables to all jobs.
        .. job.Secrets.Where(x => x.StoredAs != x.Variable).Select(x => (x.Variable, (YamlNode?)GitLabText.Reference($"${x.StoredAs}"))),
    ]);

    YamlList Cache() => new(
    [
        YamlMap.Of(
            ("key", YamlMap.Of(("files", (ValueList<string>)[facts.SdkFile ?? "build/_build.csproj", "Directory.Packages.props"]), ("prefix", "nuget"))),
            ("paths", (ValueList<string>)[".nuke/temp/nuget/", ".nuke/temp/dotnet-unix/"])),
    ]);

    ValueList<string> Script() =>
    [
        .. job.Before.SelectMany(x => GitLabScript.Of(x, job.Runner.OperatingSystem)),
        .. job.Targets.Count > 0 ? Targets() : [],
        .. job.After.SelectMany(x => GitLabScript.Of(x, job.Runner.OperatingSystem)),
    ];

    IEnumerable<string> Targets()
    {
        var targets = string.Join(' ', job.Targets);
        // PowerShell has no variables that are set to nothing.
        if (job.Runner.OperatingSystem == RunnerSystem.Windows)
            return [$".\\build.cmd {targets}"];
        return [.. UnsetLines.For([.. inputs, .. job.Secrets.Where(x => x.StoredAs != x.Variable).Select(x => x.Variable)]), $"./build.sh {targets}"];
    }

    YamlMap? Artifacts()
    {
        var kept = JobArtifacts.Of(job, facts);
        if (kept.Count == 0)
            return null;
        return YamlMap.Of(
            ("name", kept.Count == 1 ? kept[0].Name : job.Name),
            ("when", kept.All(x => x.IsKeptOnFailure) ? "always" : null),
            ("expire_in", $"{kept.Max(x => x.Days)} days"),
            ("paths", new YamlList(kept.SelectMany(x => x.Paths).Distinct()
                .Select(x => (YamlNode)new YamlText(x) { Comment = x == JobArtifacts.Pushed && Does(Deeds.Push) ? WhyNoDotenv : null }).ToValueList())),
            ("reports", Reports()));
    }

    YamlMap? Reports() => YamlMap.Of(
        ("container_scanning", Does(Deeds.Scan) ? $"artifacts/reports/scan/{GitLabReport.FileName}" : null),
        ("cyclonedx", Does(Deeds.Scan) ? "artifacts/reports/scan/**/sbom.cdx.json" : null),
        ("codequality", Does(Deeds.Lint) ? "artifacts/reports/lint/gl-code-quality-report.json" : null),
        ("junit", Does(Deeds.Scan) ? "artifacts/reports/scan/junit.xml" : null),
        ("dotenv", Does(Deeds.Push) && WhyNoDotenv is null ? $"artifacts/images/{PushedVariables.FileName}" : null)).OrNull();

    // What images who includes a component has is not known here.
    string? WhyNoDotenv => isComponent ? "no dotenv report: with many images it would be larger than GitLab takes" : DotenvReport.WhyNot(job, facts);
}
