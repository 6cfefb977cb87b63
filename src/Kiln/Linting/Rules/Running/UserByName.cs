using Kiln.Primitives;

namespace Kiln.Linting.Rules.Running;

/// <summary>What runs an image knows numbers: only the files in the image know whose number a name is.</summary>
sealed class UserByName() : LintRule("KLN5003", Severity.Information, "Write the number of the user.", "DL3066")
{
    // Windows has no numbers.
    static readonly string[] OfWindows = ["ContainerUser", "ContainerAdministrator"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from user in ResultUsers.Of(subject)
        where IsName(user.Name)
        select Found(
            user.Word.Span,
            $"'{user.Name}' is a name, so nobody outside of the image can tell which user that is, or that it is not root.",
            $"Give '{user.Name}' a number where it is made, 10001 for instance, and write USER 10001.");

    // Root is 0 everywhere; a variable may hold a number.
    static bool IsName(string user) =>
        user is not ("" or "root") && !user.Contains('$') && !user.All(char.IsAsciiDigit)
        && !OfWindows.Contains(user, StringComparer.OrdinalIgnoreCase);
}
