namespace Kiln.Dockerfiles.Inputs;

/// <summary>
/// The image of <c># syntax=</c>, the program that reads the Dockerfile. It runs where BuildKit runs, and the build
/// argument <c>BUILDKIT_SYNTAX</c> takes its place.
/// </summary>
static class FrontendInput
{
    internal static IEnumerable<ExternalInput> Of(Dockerfile dockerfile, BuildTarget target, InputProblems problems)
    {
        var directive = dockerfile.Directives.FirstOrDefault(x => x.Name == "syntax");
        var name = target.BuildArgs.TryGetValue("BUILDKIT_SYNTAX", out var given) ? given.Trim().Split(' ')[0] : directive?.FirstWord;
        if (string.IsNullOrEmpty(name))
            yield break;
        var line = directive is null ? 1 : dockerfile.Source.PositionOf(directive.Span.Start).Line;
        if (ImageReference.TryParse(name, out var reference))
            yield return new ExternalInput.Image(reference.WithDefaultTag(), target.BuildPlatform, ImageRole.Frontend, line);
        else
            problems.Add(directive?.ValueSpan ?? default, $"'{name}' is not the name of an image that could read this Dockerfile.");
    }
}
