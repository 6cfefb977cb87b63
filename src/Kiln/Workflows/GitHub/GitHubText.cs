namespace Kiln.Workflows.GitHub;

/// <summary>Texts of ours in places where GitHub looks for expressions.</summary>
static class GitHubText
{
    /// <summary>The same text, in which GitHub finds no expression.</summary>
    internal static string Literal(string text) => text.Replace("${{", "${{ '${{' }}", StringComparison.Ordinal);

    /// <summary>What stands between the braces of an expression.</summary>
    internal static string Expression(string expression) => $"${{{{ {expression} }}}}";

    /// <summary>A text within an expression.</summary>
    internal static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
