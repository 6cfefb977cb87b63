namespace Kiln.Primitives;

/// <summary>Finds what somebody may have meant.</summary>
public static class NearestName
{
    /// <summary>A question to append to a message; empty when nothing comes near.</summary>
    public static string Question(string typed, IEnumerable<string> names) =>
        Find(typed, names) is { } name ? $" Did you mean '{name}'?" : "";

    static string? Find(string typed, IEnumerable<string> names) => names
        // Lengths are compared first, so that a long text costs nothing.
        .Where(x => Math.Abs(x.Length - typed.Length) <= Reach(x))
        .Select(x => (Name: x, Distance: Distance(typed.ToLowerInvariant(), x.ToLowerInvariant())))
        .Where(x => x.Distance <= Reach(x.Name))
        .OrderBy(x => x.Distance)
        .FirstOrDefault().Name;

    // A third of the letters wrong is still a slip; of a short name that would be none.
    static int Reach(string name) => Math.Max(name.Length < 4 ? 1 : 2, name.Length / 3);

    /// <summary>Levenshtein's edit distance, one row at a time.</summary>
    static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
