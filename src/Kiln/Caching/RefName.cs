using System.Text;
using System.Text.RegularExpressions;

namespace Kiln.Caching;

/// <summary>Branches as parts of a tag. Different branches have different names: what had to be changed bears a part of its hash.</summary>
static partial class RefName
{
    const int Longest = 50;
    const int HashLength = 8;

    internal static string Of(string reference)
    {
        var name = Unfit().Replace(reference, "-");
        return name == reference && name.Length <= Longest && !LooksHashed().IsMatch(name) ? name : Hashed(name, reference);
    }

    /// <summary>The same text where it is short, else its beginning with a part of its hash.</summary>
    internal static string Shorten(string name) => name.Length <= Longest ? name : Hashed(name, name);

    static string Hashed(string name, string original) =>
        $"{name[..Math.Min(name.Length, Longest)]}-{Digest.OfBytes(Encoding.UTF8.GetBytes(original)).Hex[..HashLength]}";

    [GeneratedRegex("[^A-Za-z0-9_.-]")]
    private static partial Regex Unfit();

    // A branch that somebody called so must not meet one whose name was made.
    [GeneratedRegex("-[0-9a-f]{8}$")]
    private static partial Regex LooksHashed();
}
