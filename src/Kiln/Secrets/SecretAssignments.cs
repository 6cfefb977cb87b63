using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>Secrets in a line of a shell or of an image's history: <c>RUN |1 NPM_TOKEN=… /bin/sh -c npm ci</c>.</summary>
static partial class SecretAssignments
{
    /// <summary>The names whose values stand there, each once; null for an address with a password.</summary>
    internal static IEnumerable<string?> Find(string line) => Assignment().Matches(line)
        .Where(IsSecret).Select(x => (string?)x.Groups["name"].Value)
        .Concat(TokenFiles.PasswordsIn(line).Select(_ => (string?)null))
        .Distinct();

    /// <summary>The line for people, who must not see what stands there.</summary>
    internal static string Mask(string line)
    {
        var masked = Assignment().Replace(line, x => IsSecret(x) ? $"{x.Groups["name"].Value}=***" : x.Value);
        return TokenFiles.PasswordsIn(masked).Distinct().Aggregate(masked, (text, password) => text.Replace($":{password}@", ":***@", StringComparison.Ordinal));
    }

    static bool IsSecret(Match assignment) =>
        !assignment.Groups["value"].ValueSpan.TrimStart("\"'").StartsWith("$(") && SecretVariables.IsOne(assignment.Groups["name"].Value, assignment.Groups["value"].Value);

    [GeneratedRegex("""\b(?<name>\w+)=(?<value>"[^"]*"|'[^']*'|[^\s;&|]+)""")]
    private static partial Regex Assignment();
}
