using System.Text.RegularExpressions;

namespace Kiln.Linting.Scripts;

/// <summary>ShellCheck's codes: <c>SC</c> and four digits, each with a page in its wiki.</summary>
static partial class ShellCheckCodes
{
    // As hadolint leaves them out: files that a script sources are not there to be read (1090, 1091), and ash is checked as dash (2187).
    static readonly int[] LeftOut = [1090, 1091, 2187];

    public static string NameOf(int code) => $"SC{code}";

    public static bool Counts(int code) => !LeftOut.Contains(code);

    public static bool IsOne(string name) => Form().IsMatch(name);

    public static string PageOf(string name) => $"https://www.shellcheck.net/wiki/{name}";

    [GeneratedRegex(@"^SC\d{4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
