using Kiln.Primitives;
using Kiln.Workflows.Pins;

namespace Kiln.Workflows;

/// <summary>What the build knows and its pipelines depend on; what a job needs is derived from it.</summary>
public sealed record PipelineFacts
{
    /// <summary>The names of the build's images. Default: none.</summary>
    public ValueList<string> Images { get; init; }

    /// <summary>What they are built for; those that a machine does not run itself need an emulator there. Default: none is known.</summary>
    public ValueList<Platform> Platforms { get; init; }

    /// <summary>What runs when a target of the build is asked for, itself included, by its name. Default: of Kiln's own targets it is known, of others it is nothing else.</summary>
    public ValueMap<ValueList<string>> TargetPlans { get; init; }

    /// <summary>Where they are pushed. Default: nowhere.</summary>
    public ValueList<RegistryNamespace> Registries { get; init; }

    /// <summary>Whether results of steps are kept in GitHub's cache while the build runs there. Default: yes.</summary>
    public bool UsesGitHubCache { get; init; } = true;

    /// <summary>Whether receipts are signed with the secret <c>RECEIPT_KEY</c>. Default: no.</summary>
    public bool SignsReceipts { get; init; }

    /// <summary>What the lock is called, from the repository's root with <c>/</c>. Default: <c>kiln.lock</c>.</summary>
    public string LockFile { get; init; } = "kiln.lock";

    /// <summary>The branch that releases are made from. Default: <c>main</c>.</summary>
    public string DefaultBranch { get; init; } = "main";

    /// <summary>The file that says which .NET SDK compiles the build, from the repository's root; null: none does, and it is .NET 10's newest. Default: <c>global.json</c>.</summary>
    public string? SdkFile { get; init; } = "global.json";

    /// <summary>The commits of GitHub's actions and the digests of GitLab's images. Default: those that this Kiln was made with.</summary>
    public WorkflowPins Pins { get; init; } = WorkflowPins.Known;

    internal IEnumerable<string> BroughtBy(string target) =>
        TargetPlans.FirstOrDefault(x => x.Key.Equals(target, StringComparison.OrdinalIgnoreCase)).Value is { Count: > 0 } plan ? plan : [target];
}
