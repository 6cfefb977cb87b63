using System.Text;

namespace Kiln.Components.Tests.Reference;

/// <summary>Tables of the pages.</summary>
static class MarkdownTable
{
    /// <summary>Nothing where there are no rows.</summary>
    internal static void Append(StringBuilder text, string[] titles, IEnumerable<string[]> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
            return;
        text.Append('\n');
        foreach (var row in all.Prepend([.. titles.Select(_ => "---")]).Prepend(titles))
            text.Append("| ").AppendJoin(" | ", row.Select(x => x.Replace("|", "\\|"))).Append(" |\n");
    }
}
