namespace Kiln.Reporting;

/// <summary>Rows with their columns one below the other.</summary>
static class TextTable
{
    const string Gap = "  ";

    /// <summary>All rows need as many cells as the first.</summary>
    internal static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(x => x[column].Length)).ToArray();
        return rows.Select(x => string.Join(Gap, x.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
