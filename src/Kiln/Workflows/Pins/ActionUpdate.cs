using System.Text.RegularExpressions;
using Kiln.Locking;
using Kiln.Primitives;

namespace Kiln.Workflows.Pins;

/// <summary>What a lock becomes when actions have newer versions. Pure.</summary>
public static partial class ActionUpdate
{
    /// <summary>The repositories of the actions that files use, sorted, each once.</summary>
    public static ValueList<string> RepositoriesIn(IEnumerable<WorkflowFile> files) => files
        .SelectMany(x => Uses().Matches(x.Text)).Select(x => x.Groups[1].Value)
        .Distinct().Order(StringComparer.Ordinal).ToValueList();

    /// <summary>
    /// One entry for each repository; what did not move keeps its entry, and of repositories that nobody was asked for all stay. Nothing becomes older than
    /// what is pinned.
    /// </summary>
    /// <param name="content">The lock.</param>
    /// <param name="pins">What is pinned in it and by Kiln itself.</param>
    /// <param name="newest">What GitHub says.</param>
    /// <param name="now">When that was.</param>
    public static KilnLock Apply(KilnLock content, WorkflowPins pins, IEnumerable<(ActionVersion Action, string Commit)> newest, DateTimeOffset now)
    {
        var found = newest.Where(x => !pins.With(content).IsOlder(x.Action)).ToDictionary(x => x.Action.Repository);
        var kept = content.Actions.Where(x => !found.ContainsKey(ActionVersion.Parse(x.Key).Repository)
            || found.Values.Any(y => y.Action.Key == x.Key && y.Commit == x.Value.Commit));
        var added = found.Values
            .Where(x => !content.Actions.TryGetValue(x.Action.Key, out var held) || held.Commit != x.Commit)
            .Select(x => KeyValuePair.Create(x.Action.Key, new LockedAction(x.Commit, now)));
        return content with { Actions = kept.Concat(added).ToValueMap() };
    }

    [GeneratedRegex(@"uses: ([A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+)")]
    private static partial Regex Uses();
}
