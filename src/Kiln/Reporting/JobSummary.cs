using System.Text;
using Kiln.Buildx;

namespace Kiln.Reporting;

/// <summary>
/// The page that GitHub shows for a job, in Markdown: whoever wants to know what was built need not read the log
/// (docs.github.com, workflow commands, "Adding a job summary").
/// </summary>
public static class JobSummary
{
    /// <summary>A table of all images with what each is made from, and why steps that might have been cached were not; empty without images.</summary>
    public static string Markdown(IReadOnlyCollection<BuiltImage> built)
    {
        if (built.Count == 0)
            return "";
        var text = new StringBuilder("### Images\n\n");
        Row(text, [.. ImageRow.Titles, "Base", "Platforms"]);
        Row(text, Enumerable.Repeat("---", ImageRow.Titles.Length + 2));
        foreach (var receipt in built.Select(x => x.Receipt))
        {
            Row(text,
            [
                .. ImageRow.Of(receipt).Select(MarkdownText.Escape),
                MarkdownText.Escape(receipt.Platforms[0].Base?.Name ?? "-"),
                MarkdownText.Escape(string.Join(", ", receipt.Platforms.Select(x => x.Platform))),
            ]);
        }

        var misses = built.SelectMany(x => WorkText.Misses(x.Receipt)).ToArray();
        if (misses.Length > 0)
            text.Append("\nThe first step of each image that was in no cache:\n\n");
        foreach (var miss in misses)
            text.Append("- ").Append(MarkdownText.Escape(miss)).Append('\n');
        return text.Append('\n').ToString();
    }

    /// <summary>Adds it to a file that others may have written to before. A page that cannot be written fails no build; that is a warning.</summary>
    public static void AppendTo(string file, string markdown, IReporter reporter)
    {
        try
        {
            File.AppendAllText(file, markdown);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reporter.Warning($"The job's summary could not be written to '{file}': {exception.Message}");
        }
    }

    static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
