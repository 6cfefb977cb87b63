using System.Text.RegularExpressions;
using Kiln.Primitives;

namespace Kiln.Workflows.Pins;

/// <summary>
/// Newer versions of actions that a bot (Dependabot, Renovate) wrote into files of Kiln's: they are as good as the lock's, and no drift. Another commit for
/// a version that is known is none: versions do not change their meaning.
/// </summary>
static partial class PinBumps
{
    /// <summary>Commits by action and version, of those that are newer than all that the pins have of the action.</summary>
    internal static ValueMap<string> In(IEnumerable<string> texts, WorkflowPins pins) => texts
        .SelectMany(x => Uses().Matches(x))
        .Select(x => (Action: ActionVersion.Parse($"{x.Groups["repository"].Value}@{x.Groups["version"].Value}"), Commit: x.Groups["commit"].Value))
        .Where(x => pins.IsNewer(x.Action))
        .GroupBy(x => x.Action.Key)
        // Two commits for one version: nobody says which is right.
        .Where(x => x.Select(y => y.Commit).Distinct().Count() == 1)
        .Select(x => KeyValuePair.Create(x.Key, x.First().Commit))
        .ToValueMap();

    [GeneratedRegex(@"uses: (?<repository>[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+)(?:/[A-Za-z0-9._/-]+)?@(?<commit>[0-9a-f]{40}) # (?<version>v\d+\.\d+\.\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
