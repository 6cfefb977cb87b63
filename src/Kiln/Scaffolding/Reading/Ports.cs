using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Scaffolding.Reading;

/// <summary>The port that a program listens on, as far as its sources say: one number, or it is not known.</summary>
static class Ports
{
    /// <summary>The one number that the first group of the pattern finds in these files; null for none, and for several.</summary>
    public static int? In(FolderTree tree, IEnumerable<string> files, Regex pattern)
    {
        var found = files.SelectMany(x => pattern.Matches(tree.Read(x)))
            .Select(x => int.TryParse(x.Groups[1].Value, CultureInfo.InvariantCulture, out var port) ? port : 0)
            .Where(x => x is > 79 and <= 65535).Distinct().ToArray();
        return found is [var only] ? only : null;
    }
}
