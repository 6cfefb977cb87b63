namespace Kiln.Pushing.Outputs;

/// <summary>
/// What images are called in the outputs of Push, here and in the files of CI hosts. Two images whose names give the same one are told apart by nothing, so neither
/// has one.
/// </summary>
static class OutputNames
{
    /// <summary>Letters, digits and <c>-</c>, beginning with no digit: <c>team-api</c> for <c>team/api</c>, <c>_7zip</c> for <c>7zip</c>.</summary>
    internal static IEnumerable<(string Image, string Name)> OfGitHub(IEnumerable<string> images) => Unique(images, x => Letters(x, '-'));

    /// <summary>The same as variables: <c>TEAM_API</c>, <c>_7ZIP</c>.</summary>
    internal static IEnumerable<(string Image, string Name)> OfVariables(IEnumerable<string> images) => Unique(images, x => Letters(x.ToUpperInvariant(), '_'));

    static IEnumerable<(string Image, string Name)> Unique(IEnumerable<string> images, Func<string, string> nameOf) => images
        .Distinct()
        .GroupBy(nameOf)
        .Where(x => x.Count() == 1)
        .Select(x => (x.Single(), x.Key));

    // Names begin with no digit, which both hosts refuse.
    static string Letters(string image, char other)
    {
        var letters = string.Concat(image.Select(x => char.IsAsciiLetterOrDigit(x) ? x : other));
        return char.IsAsciiDigit(letters[0]) ? "_" + letters : letters;
    }
}
