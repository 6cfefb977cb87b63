using System.Text;
using Kiln.Primitives;
using Kiln.Receipts;
using Kiln.Reporting;
using Kiln.Scanning;

namespace Kiln.Changes;

/// <summary>What a change does to the images, as Markdown for its pull or merge request.</summary>
public static class ChangeText
{
    // A comment is read; what is longer is in the reports.
    const int MostFindings = 20;

    static readonly string[] Titles = ["Image", "To pull", "Change", "Unpacked", "Steps cached", "Verdict", "New", "Fixed"];

    /// <summary>A table of all images and the findings that are new; a sentence where there are no images.</summary>
    /// <param name="changes">What was compared.</param>
    /// <param name="commit">The commit that the images are of, all its digits: who reads an old comment sees that it is one. Default: not said.</param>
    public static string Markdown(ValueList<ImageChange> changes, string? commit = null)
    {
        var text = new StringBuilder("### What changes about the images\n\n");
        if (changes.Count == 0)
            text.Append("None was built.\n");
        else
            AppendTable(text, changes);
        // The hosts make a link of it.
        return commit is null ? text.ToString() : text.Append($"\nBuilt for commit {commit}.\n").ToString();
    }

    static void AppendTable(StringBuilder text, ValueList<ImageChange> changes)
    {
        Row(text, Titles);
        Row(text, Titles.Select(_ => "---"));
        foreach (var change in changes)
            Row(text, CellsOf(change).Select(MarkdownText.Escape));
        AppendNew(text, changes);
        if (changes.Any(x => x.Before is null))
            text.Append(changes.All(x => x.Before is null) ? "\nThe base branch's images are not known, so nothing is compared.\n" : "\n-: the base branch's image is not known.\n");
    }

    static string[] CellsOf(ImageChange change)
    {
        var (now, platform) = (change.Now, change.Now.Platforms[0]);
        return
        [
            now.Name,
            HumanUnits.Size(platform.CompressedSize),
            GrowthOf(change),
            HumanUnits.Size(platform.UnpackedSize),
            $"{now.Work.Cached} of {now.Work.Steps}",
            VerdictOf(now.Scan),
            change.Before is null ? "-" : Counts(change.New),
            change.Before is null ? "-" : Counts(change.Fixed),
        ];
    }

    static string GrowthOf(ImageChange change) => change.GrowthToPull switch
    {
        null => "-",
        0 => "none",
        { } growth => $"{(growth > 0 ? "+" : "-")}{HumanUnits.Size(Math.Abs(growth))}",
    };

    static string VerdictOf(VerdictReceipt? scan) => scan?.Verdict switch
    {
        null => "not scanned",
        Verdict.Passed => "passed",
        Verdict.Refused => "refused",
        _ => "failed",
    };

    static string Counts(ValueList<Finding> findings) => findings.Count == 0
        ? "none"
        : string.Join(", ", findings.GroupBy(x => x.Severity).OrderByDescending(x => x.Key).Select(x => $"{x.Count()} {x.Key.ToString().ToLowerInvariant()}"));

    static void AppendNew(StringBuilder text, ValueList<ImageChange> changes)
    {
        var all = changes.Where(x => x.Before is not null).SelectMany(x => x.New.Select(y => (x.Now.Name, Finding: y))).OrderByDescending(x => x.Finding.Severity).ToArray();
        if (all.Length == 0)
            return;
        text.Append("\n#### New findings\n\n");
        foreach (var (image, finding) in all.Take(MostFindings))
            text.Append("- ").Append(MarkdownText.Escape(LineOf(image, finding))).Append('\n');
        if (all.Length > MostFindings)
            text.Append($"- and {all.Length - MostFindings} more, in the scan's reports\n");
    }

    static string LineOf(string image, Finding finding) =>
        $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Id} in {image}"
        + (finding.Package is null ? "" : $": {finding.Package} {finding.InstalledVersion}{(finding.FixedVersion is null ? ", not fixed yet" : $", fixed in {finding.FixedVersion}")}")
        + (finding.Instruction is null ? "" : $" ({finding.Instruction})");

    static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
