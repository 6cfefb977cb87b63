using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>Variables, arguments and labels whose name says that their value is a secret, or whose value says it by itself.</summary>
static partial class SecretVariables
{
    internal static bool IsOne(string name, string value) => !Published().IsMatch(name)
        && ((SecretName().IsMatch(name) && !Placeholder.Is(value)) || TokenFiles.AddressWithPassword(value) is not null);

    [GeneratedRegex(
        "(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|(?:^|_)(?:PASS|PWD)|(?:API|PRIVATE|ACCESS|SECRET|ENCRYPTION|SIGNING|APP|MASTER)_?KEY|CREDENTIALS?|CONNECTION_?STRING)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // Frontend builds write these into what every browser downloads.
    [GeneratedRegex("^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|GATSBY)_")]
    private static partial Regex Published();
}
