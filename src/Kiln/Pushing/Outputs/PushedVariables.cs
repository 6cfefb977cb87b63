namespace Kiln.Pushing.Outputs;

/// <summary>What was pushed as variables for the jobs that come after: of each image where it is, by digest, in the first registry.</summary>
static class PushedVariables
{
    /// <summary><c>pushed.env</c>, GitLab's <c>artifacts:reports:dotenv</c>: <c>API_IMAGE=registry/api@sha256:…</c>.</summary>
    internal const string FileName = "pushed.env";

    internal static string Dotenv(IReadOnlyCollection<PublishedImage> pushed) => string.Concat(
        OutputNames.OfVariables(pushed.Select(x => x.Name)).Select(x => (x.Name, Of: FirstOf(pushed, x.Image))).Select(x =>
            $"{x.Name}_IMAGE={x.Of.Place.Image}\n{x.Name}_DIGEST={x.Of.Digest}\n"));

    /// <summary>Lines for the file behind <c>GITHUB_OUTPUT</c>: <c>api-image=registry/api@sha256:…</c>.</summary>
    internal static string GitHub(IReadOnlyCollection<PublishedImage> pushed) => string.Concat(
        OutputNames.OfGitHub(pushed.Select(x => x.Name)).Select(x => (x.Name, Of: FirstOf(pushed, x.Image))).Select(x =>
            $"{x.Name}-image={x.Of.Place.Image}\n{x.Name}-digest={x.Of.Digest}\n"));

    static PublishedImage FirstOf(IEnumerable<PublishedImage> pushed, string image) => pushed.First(x => x.Name == image);
}
