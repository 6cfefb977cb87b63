using Kiln.Primitives;
using Kiln.Workflows.Derivation;
using Kiln.Workflows.Drift;
using Kiln.Workflows.GitHub;
using Kiln.Workflows.GitLab;
using Kiln.Workflows.Pins;

namespace Kiln.Workflows;

/// <summary>Everything that the files of CI hosts depend on.</summary>
public sealed record WorkflowRequest
{
    /// <summary>The repository's folder.</summary>
    public required string Root { get; init; }

    /// <summary>What the hosts run.</summary>
    public required ValueList<Pipeline> Pipelines { get; init; }

    /// <summary>What the build knows.</summary>
    public required PipelineFacts Facts { get; init; }

    /// <summary>How files for GitHub are written; null: none are. Default: as Kiln would.</summary>
    public GitHubHost? GitHub { get; init; } = new();

    /// <summary>How the file for GitLab is written; null: none is. Default: as Kiln would.</summary>
    public GitLabHost? GitLab { get; init; } = new();

    /// <summary>The files; nothing is read or written. KILN5001, KILN5004, KILN5005.</summary>
    public ValueList<WorkflowFile> Generate()
    {
        if (Pipelines.GroupBy(x => x.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(x => x.Count() > 1) is { } same)
            throw new KilnException(ErrorCodes.InvalidPipeline, $"Two pipelines are called '{same.Key}', and would be one file. Rename one.");
        return
        [
            .. GitHub is { } hub ? Pipelines.Select(x => GitHubWorkflow.Of(x, Facts, hub)) : [],
            .. GitLab is { } lab && Pipelines.Count > 0 ? [GitLabPipeline.Of(Pipelines, Facts, lab), .. Pipelines.Where(GitLabComponent.IsOne).Select(x => GitLabComponent.Of(x, Facts, lab))] : (WorkflowFile[])[],
        ];
    }

    /// <summary>What the files cannot say, or a host does otherwise, a sentence for each with what to do; what it does not do at all Generate refuses.</summary>
    public ValueList<string> FindGaps() =>
    [
        .. GitHub is null ? [] : Pipelines.SelectMany(HostGaps.OnGitHub),
        .. GitLab is null ? [] : HostGaps.OnGitLab(Pipelines),
    ];

    /// <summary>Newer versions of actions that a bot wrote into the files; commits by action and version.</summary>
    public ValueMap<string> FindBumps() => GitHub is { } hub
        ? PinBumps.In(new WorkflowFolder(Root).ReadOwn(hub.Folder).Select(x => x.Text), Facts.Pins)
        : [];

    /// <summary>What differs from the files that are there, a bot's newer pins apart; nothing is written. KILN5006.</summary>
    public ValueList<WorkflowChange> Compare()
    {
        var bumped = this with { Facts = Facts with { Pins = Facts.Pins.With(FindBumps()) } };
        // Also those of a host that was switched off since.
        return new WorkflowFolder(Root).Compare(bumped.Generate(), (GitHub ?? new()).Folder, new GitHubHost().Folder, (GitLab ?? new()).File, new GitLabHost().File, GitLabComponent.Folder);
    }
}
