namespace Kiln.Pushing.Outputs;

/// <summary>
/// What was pushed as variables for the jobs that come after: of each image where it is, by digest, in the first registry. Two images whose
/// names give the same variable are told apart by nothing, so such a variable is left out.
/// </summary>
static class PushedVariables
{
    /// <summary><c>pushed.env</c>, GitLab's <c>artifacts:reports:dotenv</c>: <c>API_IMAGE=registry/api@sha256:…</c>.</summary>
    internal const string FileName = "pushed.env";

    internal static string Dotenv(IEnumerable<PublishedImage> pushed) => string.Concat(
        Named(pushed, x => Letters(x.ToUpperInvariant(), '_')).SelectMany(x => new[]
        {
            $"{x.Name}_IMAGE={x.Image.Place.Image}\n", $"{x.Name}_DIGEST={x.Image.Digest}\n",
        }));

    /// <summary>Lines for the file behind <c>GITHUB_OUTPUT</c>: <c>api-image=registry/api@sha256:…</c>.</summary>
    internal static string GitHub(IEnumerable<PublishedImage> pushed) => string.Concat(
        Named(pushed, x => Letters(x, '-')).SelectMany(x => new[]
        {
            $"{x.Name}-image={x.Image.Place.Image}\n", $"{x.Name}-digest={x.Image.Digest}\n",
        }));

    static IEnumerable<(string Name, PublishedImage Image)> Named(IEnumerable<PublishedImage> pushed, Func<string, string> nameOf) => pushed
        .DistinctBy(x => x.Name)
        .GroupBy(x => nameOf(x.Name))
        .Where(x => x.Count() == 1)
        .Select(x => (x.Key, x.Single()));

    // Names begin with no digit, which both hosts refuse.
    static string Letters(string name, char other)
    {
        var letters = string.Concat(name.Select(x => char.IsAsciiLetterOrDigit(x) ? x : other));
        return char.IsAsciiDigit(letters[0]) ? "_" + letters : letters;
    }
}
