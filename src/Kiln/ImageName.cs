using System.Text.RegularExpressions;

namespace Kiln;

/// <summary>The rule for an image's name: path components of a repository (distribution/reference, <c>path</c>), and names by that rule for what is called otherwise.</summary>
static partial class ImageName
{
    const string Rule = "lower-case letters and digits, with '.', '_', '__' or '-' between them and '/' between parts";

    const int Longest = 128;

    /// <summary>
    /// Lower case, with a '-' for all that is neither letter nor digit, and where a word begins: <c>OrderService</c> is <c>order-service</c>, and what has neither <c>image</c>.
    /// </summary>
    internal static string From(string text)
    {
        var words = WordStart().Replace(text, "-");
        var name = Foreign().Replace(words.ToLowerInvariant(), "-").Trim('-');
        return name.Length == 0 ? "image" : name[..Math.Min(name.Length, Longest)].TrimEnd('-');
    }

    internal static string Check(string name) =>
        Grammar().IsMatch(name) && name.Length <= Longest
            ? name
            : throw new KilnException(
                ErrorCodes.ImageNameInvalid,
                $"'{name}' cannot be an image's name: a name is {Rule}, {Longest} characters at most. Rename it where the image is described.");

    [GeneratedRegex(@"^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex Grammar();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Foreign();
}
