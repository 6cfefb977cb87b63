using System.Text.RegularExpressions;

namespace Kiln.Reporting;

/// <summary>Text that means itself in a cell of a Markdown table (GitHub Flavored Markdown 0.29).</summary>
static partial class MarkdownText
{
    internal static string Escape(string text) =>
        Special().Replace(text.ReplaceLineEndings(" "), @"\$0").Replace("&", "&amp;").Replace("<", "&lt;").Replace("@", "&#64;");

    [GeneratedRegex(@"[\\`*_\[\]|~#!$]")]
    private static partial Regex Special();
}
