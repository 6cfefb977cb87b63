using System.Text;

namespace Kiln.Primitives;

/// <summary>What <c>diff -u</c> prints and <c>patch -p1</c> reads.</summary>
static class UnifiedDiff
{
    const int Context = 3;

    /// <summary>From one text to another; null for a file that is not there.</summary>
    internal static string Of(string path, string? before, string? after)
    {
        var edits = EditsOf(Lines(before), Lines(after));
        var text = new StringBuilder()
            .Append(before is null ? "--- /dev/null\n" : $"--- a/{path}\n")
            .Append(after is null ? "+++ /dev/null\n" : $"+++ b/{path}\n");
        foreach (var (start, end) in HunksOf(edits))
            Append(text, edits, start, end);
        return text.ToString();
    }

    static void Append(StringBuilder text, List<(char Sign, string Line)> edits, int start, int end)
    {
        var oldStart = edits.Take(start).Count(x => x.Sign != '+');
        var newStart = edits.Take(start).Count(x => x.Sign != '-');
        var hunk = edits.GetRange(start, end - start);
        var (oldCount, newCount) = (hunk.Count(x => x.Sign != '+'), hunk.Count(x => x.Sign != '-'));
        text.Append($"@@ -{(oldCount == 0 ? oldStart : oldStart + 1)},{oldCount} +{(newCount == 0 ? newStart : newStart + 1)},{newCount} @@\n");
        foreach (var (sign, line) in hunk)
            text.Append(sign).Append(line).Append('\n');
    }

    static IEnumerable<(int Start, int End)> HunksOf(List<(char Sign, string Line)> edits)
    {
        var changed = Enumerable.Range(0, edits.Count).Where(x => edits[x].Sign != ' ').ToArray();
        for (var i = 0; i < changed.Length;)
        {
            var last = i;
            while (last + 1 < changed.Length && changed[last + 1] - changed[last] <= 2 * Context)
                last++;
            yield return (Math.Max(0, changed[i] - Context), Math.Min(edits.Count, changed[last] + Context + 1));
            i = last + 1;
        }
    }

    // Longest common subsequence; files of CI hosts have some hundred lines.
    static List<(char, string)> EditsOf(string[] before, string[] after)
    {
        var length = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                length[i, j] = before[i] == after[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        }

        var edits = new List<(char, string)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
                (edits, i, j) = (Add(edits, ' ', before[i]), i + 1, j + 1);
            else if (j >= after.Length || (i < before.Length && length[i + 1, j] >= length[i, j + 1]))
                edits.Add(('-', before[i++]));
            else
                edits.Add(('+', after[j++]));
        }

        return edits;
    }

    static List<(char, string)> Add(List<(char, string)> edits, char sign, string line)
    {
        edits.Add((sign, line));
        return edits;
    }

    static string[] Lines(string? text) => text is null or "" ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
