using System.Text.RegularExpressions;

namespace Kiln.Secrets;

/// <summary>Variables, arguments and labels whose name says that their value is a secret, or whose value says it by itself.</summary>
static partial class SecretVariables
{
    internal static bool IsOne(string name, string value) => !Published().IsMatch(name)
        && ((IsNamedSo(name) && !Placeholder.Is(value)) || TokenFiles.AddressWithPassword(value) is not null || LiteralSecrets.In(value).Any());

    // What a program connects to its database with usually holds the password.
    static bool IsNamedSo(string name) => SecretNames.IsOne(name) || ConnectionString().IsMatch(name);

    [GeneratedRegex("CONNECTION_?STRING$", RegexOptions.IgnoreCase)]
    private static partial Regex ConnectionString();

    // Frontend builds write these into what every browser downloads.
    [GeneratedRegex("^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|GATSBY)_")]
    private static partial Regex Published();
}
