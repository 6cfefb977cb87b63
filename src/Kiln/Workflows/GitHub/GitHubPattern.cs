using System.Text;

namespace Kiln.Workflows.GitHub;

/// <summary>Names and patterns of branches, tags and files, of which GitHub takes more characters for patterns than <c>*</c>.</summary>
static class GitHubPattern
{
    /// <summary>The same, in which only <c>*</c> means more than itself: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#filter-pattern-cheat-sheet</summary>
    internal static string Of(string name)
    {
        var escaped = new StringBuilder();
        foreach (var x in name)
            escaped.Append(x is '+' or '?' or '[' or ']' or '\\' || (x == '!' && escaped.Length == 0) ? "\\" : "").Append(x);
        return escaped.ToString();
    }
}
