using Kiln.Primitives;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Pins;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>The steps of a job: prepare the machine, the targets, keep what they left.</summary>
sealed class GitHubSteps(Pipeline pipeline, Job job, PipelineFacts facts, GitHubHost host)
{
    const string RuntimeStep = "runtime";

    static readonly string[] RuntimeVariables = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_SERVICE_V2"];

    readonly JobTraits _traits = JobTraits.Of(job);

    internal ValueList<YamlNode> All() =>
    [
        Uses(KnownActions.Checkout, null, YamlMap.Of(("persist-credentials", (YamlNode)false))),
        .. job.Takes.Select(Download),
        .. job.Targets.Count > 0 ? Prepare() : [],
        .. job.Before.Select(Own).OfType<YamlNode>(),
        .. job.Targets.Count > 0 ? (YamlNode[])[RunTargets()] : [],
        .. job.After.Select(Own).OfType<YamlNode>(),
        .. _traits.Scans && host.ShowsFindings ? (YamlNode[])[ShowFindings()] : [],
        .. JobArtifacts.Of(job).Select(Upload),
    ];

    IEnumerable<YamlNode> Prepare()
    {
        yield return Uses(KnownActions.SetupDotNet, null, YamlMap.Of(("global-json-file", "global.json")));
        yield return Uses(KnownActions.Cache, null, YamlMap.Of(
            ("path", "~/.nuget/packages"),
            ("key", GitHubText.Expression("format('nuget-{0}-{1}', runner.os, hashFiles('**/*.csproj', '**/Directory.Packages.props', 'global.json'))")),
            ("restore-keys", GitHubText.Expression("format('nuget-{0}-', runner.os)"))));
        if (NeedsEmulator)
        {
            // Ubuntu's own packages: the usual action runs an image with all rights that whoever owns its tag could change.
            yield return YamlMap.Of(
                ("name", "Emulators for other platforms"),
                ("run", "sudo apt-get update\nsudo apt-get install --yes --no-install-recommends qemu-user-static binfmt-support\n"));
        }

        if (UsesRuntime)
        {
            // GitHub gives them to actions only; as outputs they reach the one step that needs them, and no other.
            yield return Uses(KnownActions.Script, RuntimeStep, YamlMap.Of(("script", string.Join('\n', RuntimeVariables.Select(x =>
                x.EndsWith("TOKEN", StringComparison.Ordinal)
                    ? $"core.setSecret(process.env.{x} ?? '');\ncore.setOutput('{x}', process.env.{x} ?? '');"
                    : $"core.setOutput('{x}', process.env.{x} ?? '');")) + "\n")));
        }
    }

    bool NeedsEmulator => _traits.UsesEngine && job.Runner is Runner.Labelled { Ubuntu: { } own } && facts.Platforms.Any(x => x != own);

    bool UsesRuntime => _traits.UsesEngine && facts.UsesGitHubCache;

    YamlMap RunTargets()
    {
        var targets = string.Join(' ', job.Targets);
        return YamlMap.Of(
            ("id", "build"),
            // PowerShell has no variables that are set to nothing.
            ("run", IsWindows ? $".\\build.cmd {targets}" : MaybeEmpty.Length == 0 ? $"./build.sh {targets}"
                : string.Concat(UnsetLines.For(MaybeEmpty).Append($"./build.sh {targets}").Select(x => x + "\n"))),
            ("env", Environment().OrNull()));
    }

    bool IsWindows => job.Runner is Runner.Labelled { IsWindows: true };

    string[] MaybeEmpty => [.. UnsetLines.InputsOf(pipeline), .. JobSecrets.Of(job, facts, [JobSecrets.GitHubRegistry]).Select(x => x.Variable)];

    YamlMap Environment() => YamlMap.Of(
    [
        .. UsesRuntime ? RuntimeVariables.Select(x => (x, (YamlNode?)GitHubText.Expression($"steps.{RuntimeStep}.outputs.{x}"))) : [],
        .. UsesOwnRegistry ? [("GITHUB_TOKEN", GitHubText.Expression("github.token"))] : ((string, YamlNode?)[])[],
        .. JobSecrets.Of(job, facts, [JobSecrets.GitHubRegistry]).Select(Secret),
        .. InputVariables(),
        .. job.Matrix?.Axes.Select(x => (x.Name, (YamlNode?)GitHubText.Expression($"matrix.{x.Name}"))) ?? [],
    ]);

    bool UsesOwnRegistry => _traits.Pushes && facts.Registries.Any(x => x.Registry == JobSecrets.GitHubRegistry);

    IEnumerable<(string, YamlNode?)> InputVariables() =>
        UnsetLines.InputsOf(pipeline).Distinct().Select(x => (x, (YamlNode?)GitHubText.Expression($"inputs.{x}")));

    static (string, YamlNode?) Secret(SecretUse use) => (use.Variable, GitHubText.Expression($"secrets.{use.StoredAs}"));

    YamlNode? Own(Step step) => step switch
    {
        Step.Run run => YamlMap.Of(
            ("name", run.Title is null ? null : GitHubText.Literal(run.Title)),
            ("run", run.Script),
            ("env", YamlMap.Of([.. run.Variables.Select(x => (x.Key, (YamlNode?)GitHubText.Literal(x.Value))), .. run.Secrets.Select(Secret)]).OrNull())),
        Step.Use use => YamlMap.Of(
            ("name", use.Title is null ? null : GitHubText.Literal(use.Title)),
            ("uses", Pinned(ActionVersion.Parse(use.Action), use.MayFloat)),
            ("with", YamlMap.Of(use.Inputs).OrNull())),
        Step.Propose propose => YamlMap.Of(
            ("name", "Propose what changed"),
            ("run", ProposalScript.OfGitHub),
            ("env", YamlMap.Of(
                ("BRANCH", GitHubText.Literal(propose.Branch)),
                ("TITLE", GitHubText.Literal(propose.Title)),
                ("GH_TOKEN", GitHubText.Expression("github.token"))))),
        Step.Raw { GitHub: { } text } => YamlReader.Read(text, $"the step of the job '{job.Name}'"),
        _ => null,
    };

    YamlNode Download(string artifact) => Uses(KnownActions.Download, null, YamlMap.Of(("name", artifact)));

    YamlNode Upload(Artifact artifact) => YamlMap.Of(
        ("uses", Newest(KnownActions.Upload)),
        ("if", artifact.IsKeptOnFailure ? GitHubText.Expression("!cancelled()") : null),
        ("with", YamlMap.Of(
            // Names are unique in a run, of which a matrix has several jobs.
            ("name", job.Matrix is null ? artifact.Name : $"{artifact.Name}-{GitHubText.Expression("strategy.job-index")}"),
            ("path", artifact.Paths.Count == 1 ? artifact.Paths[0] : string.Concat(artifact.Paths.Select(x => x + "\n"))),
            ("if-no-files-found", "ignore"),
            ("retention-days", artifact.Days))));

    // One category for each image and platform, which Kiln writes into each file: GitHub refuses several of one name.
    YamlNode ShowFindings() => YamlMap.Of(
        ("uses", Pinned(facts.Pins.Newest(KnownActions.CodeQl) with { Path = "upload-sarif" }, mayFloat: false)),
        ("if", GitHubText.Expression("!cancelled() && hashFiles('artifacts/reports/scan/**/*.sarif') != ''")),
        ("with", YamlMap.Of(("sarif_file", "artifacts/reports/scan"))));

    YamlMap Uses(string repository, string? id, YamlMap with) => YamlMap.Of(("uses", Newest(repository)), ("id", id), ("with", with));

    YamlText Newest(string repository) => Pinned(facts.Pins.Newest(repository), mayFloat: false);

    YamlText Pinned(ActionVersion action, bool mayFloat) => action.IsPinned || (mayFloat && !facts.Pins.Actions.ContainsKey(action.Key))
        ? new YamlText(action.ToString())
        : new YamlText(action.At(facts.Pins.CommitOf(action)).ToString()) { Comment = action.Version };
}
