using Kiln.Locking;
using Kiln.Primitives;

namespace Kiln.Workflows.Pins;

/// <summary>What the versions of actions and of CI images mean: the lock's word, and where it has none, that of this Kiln.</summary>
public sealed record WorkflowPins
{
    /// <summary>Those that this Kiln was made with, as they were in November 2026.</summary>
    public static WorkflowPins Known { get; } = new()
    {
        Actions = KnownActions.Commits,
    };

    /// <summary>Commits by action and version, for example <c>actions/checkout@v7.0.1</c>.</summary>
    public ValueMap<string> Actions { get; init; }

    /// <summary>Digests of CI images by canonical reference, for example <c>docker.io/library/docker:28.5.2-cli</c>. Default: none.</summary>
    public ValueMap<Digest> Images { get; init; }

    /// <summary>These, and what the lock says, which wins.</summary>
    public WorkflowPins With(KilnLock content) => With(content.Actions.Select(x => KeyValuePair.Create(x.Key, x.Value.Commit))) with
    {
        Images = content.Images.Aggregate(Images, (all, x) => all.With(x.Key, x.Value.Digest)),
    };

    /// <summary>These, of which nothing is missing.</summary>
    public WorkflowPins Tolerant => this with { IsTolerant = true };

    /// <summary>These, and others that win.</summary>
    internal WorkflowPins With(IEnumerable<KeyValuePair<string, string>> actions) => this with
    {
        Actions = actions.Aggregate(Actions, (all, x) => all.With(x.Key, x.Value)),
    };

    /// <summary>Whether an action that nobody pinned counts as pinned, for asking which actions there are. Default: no.</summary>
    internal bool IsTolerant { get; init; }

    /// <summary>The version that was named, or the newest that is pinned where that is newer: a bot or UpdateLock moved it.</summary>
    internal ActionVersion AtLeast(ActionVersion named) => !named.IsPinned && NewestOrNull(named.Repository) is { } newest && OrderOf(newest).CompareTo(OrderOf(named)) > 0
        ? newest with { Path = named.Path }
        : named;

    /// <summary>Whether it is an action that is known, in a version that comes after all that are.</summary>
    internal bool IsNewer(ActionVersion action) => NewestOrNull(action.Repository) is { } newest && OrderOf(action).CompareTo(OrderOf(newest)) > 0;

    /// <summary>Whether it is an action of which a newer version is pinned.</summary>
    internal bool IsOlder(ActionVersion action) => NewestOrNull(action.Repository) is { } newest && OrderOf(action).CompareTo(OrderOf(newest)) < 0;

    /// <summary>
    /// The version to use of an action that Kiln itself needs: the newest that the lock or this Kiln has.
    /// </summary>
    internal ActionVersion Newest(string repository) => NewestOrNull(repository)!;

    ActionVersion? NewestOrNull(string repository) => Actions.Keys
        .Where(x => x.StartsWith($"{repository}@", StringComparison.Ordinal))
        .Select(ActionVersion.Parse)
        .MaxBy(OrderOf);

    static (long, long, long) OrderOf(ActionVersion action) => ActionOrder.Of(action.Version);

    /// <summary>An image with its digest, its own or the lock's; KILN5005 where nobody says which it is.</summary>
    internal ImageReference Pinned(ImageReference image) => image.Digest is not null ? image
        : Images.TryGetValue(image.WithDefaultTag().ToString(), out var digest) ? image.WithDefaultTag().WithDigest(digest)
        : IsTolerant ? image
        : throw new KilnException(
            ErrorCodes.ActionNotPinned,
            $"The CI image '{image}' is not pinned: whoever owns its repository could change what runs with the job's token. "
            + $"Run './build.sh UpdateLock', which locks it in kiln.lock, or add its digest: '{image}@sha256:…' ('docker buildx imagetools inspect' tells it).");

    /// <summary>The commit of an action; KILN5005 where nobody says which it is.</summary>
    internal string CommitOf(ActionVersion action) => action.IsPinned ? action.Version
        : Actions.TryGetValue(action.Key, out var commit) ? commit
        : IsTolerant ? action.Version
        : throw new KilnException(
            ErrorCodes.ActionNotPinned,
            $"The action '{action}' is not pinned: neither kiln.lock nor this Kiln knows its commit, and whoever owns its repository could change it. "
            + "Run './build.sh UpdateLock', name a commit, or let it float by name: new Step.Use(\"…\") { MayFloat = true }.");
}
