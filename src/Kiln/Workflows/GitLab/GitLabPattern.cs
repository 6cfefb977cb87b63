using System.Text;

namespace Kiln.Workflows.GitLab;

/// <summary>Names and patterns as GitLab's conditions write them: https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions</summary>
static class GitLabPattern
{
    internal static bool IsPattern(string name) => name.Contains('*', StringComparison.Ordinal) || name.IndexOfAny(['"', '\'', '$', '\\']) >= 0;

    /// <summary>A path's pattern: to GitLab (Ruby's fnmatch) <c>**</c> goes into folders only before a <c>/</c>, and more than <c>*</c> is a pattern.</summary>
    internal static string OfPath(string path) => string.Concat((path.EndsWith("**", StringComparison.Ordinal) ? $"{path}/*" : path).Select(x => x is '?' or '[' or ']' or '{' or '}' or '\\' ? $"\\{x}" : $"{x}"));

    internal static string Quote(string name) => $"\"{name}\"";

    /// <summary>A regular expression (RE2) for whole names, of which <c>*</c> stands for all but <c>/</c> and <c>**</c> for all.</summary>
    internal static string Of(IEnumerable<string> names) => names.Select(Of).ToArray() is [var only] ? $"/^{only}$/" : $"/^({string.Join('|', names.Select(Of))})$/";

    static string Of(string name) => string.Join(".*", name.Split("**").Select(x => string.Join("[^\\/]*", x.Split('*').Select(Escape))));

    static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var x in text)
            escaped.Append(char.IsAsciiLetterOrDigit(x) || x is '_' or '-' ? "" : "\\").Append(x);
        return escaped.ToString();
    }
}
