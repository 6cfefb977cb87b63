using System.Text.RegularExpressions;

namespace Kiln.Contexts.Hygiene;

/// <summary>
/// <c>.env</c> and its siblings. What a frontend publishes anyway lies in them as often as passwords do, so the names of the
/// variables decide; the rest is only said.
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
            if (!Published().IsMatch(name) && (IsSecret(name, value) || TokenFiles.AddressWithPassword(value) is not null))
                return FileVerdict.Secret($"a value for {name}");
        }

        return assignments.Count > 0 ? FileVerdict.Doubtful("settings of one machine") : null;
    }

    static bool IsSecret(string name, string value) => SecretName().IsMatch(name) && !Placeholder.Is(value);

    [GeneratedRegex(@"^[ \t]*(?:export[ \t]+)?(?<name>\w+)[ \t]*=[ \t]*(?<value>[^\r\n#]*)", RegexOptions.Multiline)]
    private static partial Regex Assignment();

    [GeneratedRegex(
        "(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|(?:^|_)(?:PASS|PWD)|(?:API|PRIVATE|ACCESS|SECRET|ENCRYPTION|SIGNING|APP|MASTER)_?KEY|CREDENTIALS?|CONNECTION_?STRING)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // Frontend builds write these into what every browser downloads.
    [GeneratedRegex("^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|GATSBY)_")]
    private static partial Regex Published();
}
