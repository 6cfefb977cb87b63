using System.Text;
using Kiln.Linting;

namespace Kiln.Tests.Linting;

/// <summary>The list of all rules, made of the code.</summary>
static class RuleList
{
    static readonly (string Prefix, string Title)[] Groups =
    [
        ("KLN1", "Stages and base images"), ("KLN2", "Packages"), ("KLN3", "Commands"), ("KLN4", "Copying"), ("KLN5", "How it runs"),
        ("KLN6", "Secrets"), ("KLN7", "Labels"), ("KLN8", "Style and variables"), ("KLN9", "Size and speed"),
    ];

    public static string Render(IReadOnlyList<LintRule> rules)
    {
        var text = new StringBuilder("# Lint rules\n\n");
        text.Append($"{rules.Count} rules judge Dockerfiles before they are built. Each has a page with examples, which are the rule's tests. Comments and options take the ids of\n");
        text.Append("other tools too. [The guide](../guides/linting.md) tells how to run, ignore, mend and add rules. This list is made of the code.\n");
        foreach (var (prefix, title) in Groups)
        {
            text.Append($"\n## {title}\n\n| Rule | What to do | Severity | Also known as |\n|---|---|---|---|\n");
            foreach (var rule in rules.Where(x => x.Id.StartsWith(prefix, StringComparison.Ordinal)))
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity}{(rule.IsOptional ? ", optional" : "")} | {string.Join(", ", rule.Aliases)} |\n");
        }

        text.Append("\n## Scripts of RUN\n\nWhere [ShellCheck](ShellCheck.md) is there, it judges the scripts of RUNs. Its findings have its own codes, `SC2086` for instance, which comments and\n");
        text.Append("options take like ids of rules, and which its wiki explains.\n");
        return text.ToString();
    }
}
