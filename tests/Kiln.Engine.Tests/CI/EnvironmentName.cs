using System.Text.RegularExpressions;

namespace Kiln.Engine.Tests.CI;

internal static class EnvironmentName
{
    /// <summary><c>CommitRefName</c> is <c>COMMIT_REF_NAME</c>, as the hosts name their variables.</summary>
    public static string Of(string property) =>
        Regex.Replace(property, "(?<=[a-z0-9])(?=[A-Z])", "_").ToUpperInvariant();
}
