using Kiln.Workflows.Yaml;

namespace Kiln.Workflows.GitLab;

/// <summary>Texts in places where GitLab replaces variables.</summary>
static class GitLabText
{
    /// <summary>The same text, in which nothing is replaced: https://docs.gitlab.com/ci/variables/#prevent-cicd-variable-expansion</summary>
    internal static YamlNode Literal(string text) => text.Contains('$', StringComparison.Ordinal)
        ? YamlMap.Of(("value", text), ("expand", (YamlNode)false))
        : text;

    /// <summary>The same text for services and matrices, where only this form is known.</summary>
    internal static string Doubled(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    /// <summary>A text whose variables are replaced.</summary>
    internal static YamlNode Reference(string text) => text;
}
