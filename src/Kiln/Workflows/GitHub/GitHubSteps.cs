using System.Text.Encodings.Web;
using Kiln.Primitives;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Explaining;
using Kiln.Workflows.Pins;
using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitHub;

/// <summary>The steps of a job: prepare the machine, the targets, keep what they left.</summary>
sealed class GitHubSteps(Pipeline pipeline, Job job, PipelineFacts facts, GitHubHost host)
{
    const string RuntimeStep = "runtime";
    const string IdentityStep = "identity";

    static readonly string[] RuntimeVariables = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_SERVICE_V2"];

    readonly Deeds _deeds = JobDeeds.Of(job, facts);

    internal ValueList<YamlNode> All() =>
    [
        Uses(KnownActions.Checkout, null, YamlMap.Of(("fetch-depth", job.NeedsHistory ? (YamlNode)0 : null), ("persist-credentials", (YamlNode)false)))
            .Because("Every job checks the repository out, and leaves no token behind."),
        .. job.Takes.Select(x => Download(x).Because("The job's Takes.")),
        .. job.Targets.Count > 0 ? Prepare() : [],
        .. Identify(),
        .. job.Before.Select(x => Own(x)?.Because(Causes.Of(x))).OfType<YamlNode>(),
        .. job.Targets.Count > 0 ? (YamlNode[])[RunTargets().Because("It runs the job's targets.")] : [],
        .. job.After.Select(x => Own(x)?.Because(Causes.Of(x))).OfType<YamlNode>(),
        .. Does(Deeds.Scan | Deeds.Lint) && host.ShowsFindings ? (YamlNode[])[ShowFindings().Because($"The targets {(Does(Deeds.Scan) ? "scan" : "judge Dockerfiles")}, and GitHubHost.ShowsFindings is set.")] : [],
        .. JobArtifacts.Of(job, facts).Select(x => Upload(x).Because(job.Artifacts.Count > 0 ? "The job's Artifacts." : "The targets leave reports.")),
    ];

    IEnumerable<YamlNode> Prepare()
    {
        yield return facts.SdkFile is { } file
            ? Uses(KnownActions.SetupDotNet, null, YamlMap.Of(("global-json-file", file))).Because($"The build is C#, and {file} says for which SDK.")
            : Uses(KnownActions.SetupDotNet, null, YamlMap.Of(("dotnet-version", "10.0.x"))).Because("The build is C#, and no global.json says for which SDK.");
        if (KeepsPackages)
            yield return PackageCache().Because("The build's packages are kept between runs, but for those of tags.");
        if (NeedsEmulator)
        {
            // Ubuntu's own packages: the usual action runs an image with all rights that whoever owns its tag could change.
            yield return YamlMap.Of(
                ("name", "Emulators for other platforms"),
                ("run", "sudo apt-get update\nsudo apt-get install --yes --no-install-recommends qemu-user-static binfmt-support\n"))
                .Because($"The images are for {string.Join(", ", JobPlatforms.Of(job, facts))}, and the machine runs one of them.");
        }

        if (UsesRuntime)
        {
            // GitHub gives them to actions only; as outputs they reach the one step that needs them, and no other.
            yield return Uses(KnownActions.Script, RuntimeStep, YamlMap.Of(("script", string.Join('\n', RuntimeVariables.Select(x =>
                x.EndsWith("TOKEN", StringComparison.Ordinal)
                    ? $"core.setSecret(process.env.{x} ?? '');\ncore.setOutput('{x}', process.env.{x} ?? '');"
                    : $"core.setOutput('{x}', process.env.{x} ?? '');")) + "\n"))).Because("The targets build images, whose steps are kept in GitHub's cache (IHazCache.Cache).");
        }
    }

    bool KeepsPackages => pipeline.EventsOf(job).Any(x => x != JobEvent.Tag);

    // What is released is made from packages that no earlier run could have put there: https://docs.zizmor.sh/audits/#cache-poisoning
    YamlMap PackageCache() => YamlMap.Of(
        ("uses", Newest(KnownActions.Cache)),
        ("if", pipeline.EventsOf(job).Contains(JobEvent.Tag) ? "github.ref_type != 'tag'" : null),
        ("with", YamlMap.Of(
            ("path", "~/.nuget/packages"),
            ("key", GitHubText.Expression($"format('nuget-{{0}}-{{1}}', runner.os, hashFiles('**/*.csproj', '**/Directory.Packages.props', '{facts.SdkFile ?? "global.json"}'))")),
            ("restore-keys", GitHubText.Expression("format('nuget-{0}-', runner.os)")))));

    IEnumerable<YamlNode> Identify() => job.IdTokens.Count == 0 ? [] :
    [
        Uses(KnownActions.Script, IdentityStep, YamlMap.Of(("script", string.Concat(job.IdTokens.Select((x, index) =>
            $"const token{index} = await core.getIDToken(\"{InScript(x.Value)}\");\n"
            + $"core.setSecret(token{index});\ncore.setOutput('{x.Key}', token{index});\n"))))).Because("The job's IdTokens."),
    ];

    // '${{' would be an expression of GitHub's before it is a text of the script's.
    static string InScript(string text) => JavaScriptEncoder.Default.Encode(text).Replace("{", "\\u007B", StringComparison.Ordinal);

    bool Does(Deeds some) => _deeds.HasAny(some);

    bool NeedsEmulator => Does(Deeds.UseEngine) && job.Runner is Runner.Labelled { Ubuntu: { } own } && JobPlatforms.Of(job, facts).Any(x => x != own);

    bool UsesRuntime => Does(Deeds.UseEngine) && !Does(Deeds.Assemble) && facts.UsesGitHubCache;

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

    bool IsWindows => job.Runner.OperatingSystem == RunnerSystem.Windows;

    ValueList<SecretUse> Secrets => JobSecrets.Of(pipeline, job, facts, [JobSecrets.GitHubRegistry]);

    string[] MaybeEmpty => [.. UnsetLines.InputsOf(pipeline), .. Secrets.Select(x => x.Variable)];

    YamlMap Environment() => YamlMap.Of(
    [
        .. UsesRuntime ? RuntimeVariables.Select(x => (x, (YamlNode?)GitHubText.Expression($"steps.{RuntimeStep}.outputs.{x}"))) : [],
        .. UsesOwnRegistry || Does(Deeds.Comment | Deeds.WriteChecks | Deeds.CleanUp) ? [("GITHUB_TOKEN", GitHubText.Expression("github.token"))] : ((string, YamlNode?)[])[],
        .. Secrets.Select(Secret),
        .. job.IdTokens.Select(x => (x.Key, (YamlNode?)GitHubText.Expression($"steps.{IdentityStep}.outputs.{x.Key}"))),
        .. InputVariables(),
        .. job.Matrix?.Axes.Select(x => (x.Name, (YamlNode?)GitHubText.Expression($"matrix.{x.Name}"))) ?? [],
    ]);

    bool UsesOwnRegistry => Does(Deeds.Push) && facts.Registries.Any(x => x.Registry == JobSecrets.GitHubRegistry);

    IEnumerable<(string, YamlNode?)> InputVariables() =>
        UnsetLines.InputsOf(pipeline).Distinct().Select(x => (x, (YamlNode?)GitHubText.Expression($"inputs.{x}")));

    static (string, YamlNode?) Secret(SecretUse use) => (use.Variable, GitHubText.Expression(
        use.IsWithheldFromRequests ? $"github.event_name != 'pull_request' && secrets.{use.StoredAs} || ''" : $"secrets.{use.StoredAs}"));

    YamlNode? Own(Step step) => WithoutExtra(step) is YamlMap map ? map.With(ExtraText.Read(step.Extra.GitHub, $"a step of the job '{job.Name}'")) : null;

    YamlNode? WithoutExtra(Step step) => step switch
    {
        Step.Run run => YamlMap.Of(
            ("name", run.Title is null ? null : GitHubText.Literal(run.Title)),
            ("run", run.Script),
            ("env", YamlMap.Of([.. run.Variables.Select(x => (x.Key, (YamlNode?)GitHubText.Literal(x.Value))), .. run.Secrets.Select(Secret)]).OrNull())),
        Step.Use use => YamlMap.Of(
            ("name", use.Title is null ? null : GitHubText.Literal(use.Title)),
            ("uses", Pinned(facts.Pins.AtLeast(ActionVersion.Parse(use.Action)), use.MayFloat)),
            ("with", YamlMap.Of(use.Inputs).OrNull())),
        Step.Propose propose => YamlMap.Of(
            ("name", "Propose what changed"),
            ("shell", "bash"),
            ("run", ProposalScript.OfGitHub(propose.Paths)),
            ("env", YamlMap.Of(
                ("BRANCH", GitHubText.Literal(propose.Branch)),
                ("TITLE", GitHubText.Literal(propose.Title)),
                ("GH_TOKEN", GitHubText.Expression("github.token"))))),
        Step.Raw { GitHub: { } text } => YamlReader.Read(text, $"the step of the job '{job.Name}'"),
        _ => null,
    };

    // What is kept begins below what all paths have in common, so that it is put back there.
    YamlMap Download(string name)
    {
        var maker = pipeline.Jobs.Single(x => JobArtifacts.Of(x, facts).Any(y => y.Name == name));
        var artifact = JobArtifacts.Of(maker, facts).Single(x => x.Name == name);
        return Uses(KnownActions.Download, null, YamlMap.Of(
            (maker.Matrix is null ? "name" : "pattern", maker.Matrix is null ? name : $"{name}-*"),
            ("merge-multiple", maker.Matrix is null ? null : (YamlNode)true),
            ("path", artifact.Root)));
    }

    YamlNode Upload(Artifact artifact) => YamlMap.Of(
        ("uses", Newest(KnownActions.Upload)),
        ("if", artifact.IsKeptOnFailure ? GitHubText.Expression("!cancelled()") : null),
        ("with", YamlMap.Of(
            // Names are unique in a run, of which a matrix has several jobs.
            ("name", job.Matrix is null ? artifact.Name : $"{artifact.Name}-{GitHubText.Expression("strategy.job-index")}"),
            ("path", artifact.Paths.Count == 1 ? artifact.Paths[0] : string.Concat(artifact.Paths.Select(x => x + "\n"))),
            ("if-no-files-found", pipeline.Jobs.Any(x => x.Takes.Contains(artifact.Name)) ? "error" : "ignore"),
            ("retention-days", artifact.Days))));

    // One category for each image and platform, which Kiln writes into each file: GitHub refuses several of one name.
    YamlNode ShowFindings() => YamlMap.Of(
        ("uses", Pinned(facts.Pins.Newest(KnownActions.CodeQl) with { Path = "upload-sarif" }, mayFloat: false)),
        ("if", GitHubText.Expression($"!cancelled() && hashFiles('{FindingsFolder}/**/*.sarif') != ''")),
        ("with", YamlMap.Of(("sarif_file", FindingsFolder))));

    string FindingsFolder => (Does(Deeds.Scan), Does(Deeds.Lint)) switch
    {
        (true, true) => "artifacts/reports",
        (false, true) => "artifacts/reports/lint",
        _ => "artifacts/reports/scan",
    };

    YamlMap Uses(string repository, string? id, YamlMap with) => YamlMap.Of(("uses", Newest(repository)), ("id", id), ("with", with));

    YamlText Newest(string repository) => Pinned(facts.Pins.Newest(repository), mayFloat: false);

    YamlText Pinned(ActionVersion action, bool mayFloat) => action.IsPinned || (mayFloat && !facts.Pins.Actions.ContainsKey(action.Key))
        ? new YamlText(action.ToString())
        : new YamlText(action.At(facts.Pins.CommitOf(action)).ToString()) { Comment = action.Version };
}
