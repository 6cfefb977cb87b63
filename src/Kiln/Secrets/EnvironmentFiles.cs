using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>
/// <c>.env</c> and its siblings. What a frontend publishes anyway lies in them as often as passwords do, so the variables decide; the rest
/// is only said.
/// </summary>
static partial class EnvironmentFiles
{
    static readonly string[] Templates = ["example", "sample", "template", "dist", "defaults", "schema", "vault"];

    internal static bool IsOne(string name) =>
        (name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".env", StringComparison.OrdinalIgnoreCase))
        && !name.Split('.', '-', '_').Intersect(Templates, StringComparer.OrdinalIgnoreCase).Any();

    internal static FileVerdict? Judge(string head)
    {
        var assignments = Assignment().Matches(head);
        foreach (Match assignment in assignments)
        {
            var (name, value) = (assignment.Groups["name"].Value, assignment.Groups["value"].Value);
            if (SecretVariables.IsOne(name, value))
                return FileVerdict.Secret($"a value for {name}");
        }

        return assignments.Count > 0 ? FileVerdict.Doubtful("settings of one machine") : null;
    }

    [GeneratedRegex(@"^[ \t]*(?:export[ \t]+)?(?<name>\w+)[ \t]*=[ \t]*(?<value>[^\r\n#]*)", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}
