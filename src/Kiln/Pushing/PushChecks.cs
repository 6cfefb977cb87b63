using Kiln.Primitives;

namespace Kiln.Pushing;

/// <summary>What can be refused about a push before anything is built or sent: its tags, and where they would go.</summary>
public static class PushChecks
{
    /// <summary>
    /// KILN1008 for uncommitted changes on their way to another machine; and what <see cref="TagPlan"/> refuses.
    /// </summary>
    public static void Require(PushRequest request)
    {
        if (!request.AllowsDirtyTree && DirtyTreeGoesTo(request) is { } remote)
        {
            throw new KilnException(
                ErrorCodes.PushOfDirtyTree,
                $"The tree has changes that are not committed, and {remote} is not on this machine: nobody could tell what was pushed. " +
                "Commit first, or allow it with --push-dirty-tree.");
        }

        foreach (var image in request.Images)
            TagsOf(request, image);
    }

    /// <summary>What <see cref="TagPlan"/> says; without a commit, on this machine only, <c>uncommitted</c>, which moves.</summary>
    internal static ValueList<PlannedTag> TagsOf(PushRequest request, ImageSpec image)
    {
        try
        {
            return TagPlan.For(image, request.Commit, request.Tags, request.Host);
        }
        catch (KilnException refusal) when (refusal.Code == ErrorCodes.TagMissing && request.Registries.All(x => x.IsLoopback))
        {
            return [new PlannedTag("uncommitted", IsMutable: true)];
        }
    }

    /// <summary>The registries of a CI host's own machine, quoted, where there are no others; null elsewhere.</summary>
    internal static string? StaysOnHost(PushRequest request) =>
        request.Host is not null && request.Registries.Count > 0 && request.Registries.All(x => x.IsLoopback) ? string.Join(", ", request.Registries.Select(x => $"'{x}'")) : null;

    /// <summary>The registries on other machines that uncommitted changes would go to, quoted; null when there is nothing of it.</summary>
    internal static string? DirtyTreeGoesTo(PushRequest request)
    {
        var remote = request.Registries.Where(x => !x.IsLoopback).Select(x => $"'{x}'").ToArray();
        return request.Commit is { IsDirty: true } && remote.Length > 0 ? string.Join(", ", remote) : null;
    }
}
