using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>Whether an image's named contexts have names that can be used, and are there.</summary>
static class NamedContextChecks
{
    internal static IEnumerable<string> ProblemsOf(ImageSpec image, ValueList<ImageSpec> all)
    {
        foreach (var twins in image.NamedContexts.Keys.Where(IsName).GroupBy(Canonical).Where(x => x.Count() > 1))
            yield return $"Image '{image.Name}': {string.Join(" and ", twins.Select(x => $"'{x}'"))} are one name for two contexts. Leave one of them out.";
        foreach (var (name, context) in image.NamedContexts)
        {
            if (NameProblem(image, name, all) is { } badName)
                yield return $"Image '{image.Name}': {badName}";
            if (Problem(image, context, all) is { } problem)
                yield return $"Image '{image.Name}': its context '{name}' is {problem}";
        }
    }

    // 'scratch' is nothing and 'context' the image's own context, whatever BuildKit is given for them.
    static string? NameProblem(ImageSpec image, string name, ValueList<ImageSpec> all) =>
        name is "scratch" or "context" || !IsName(name)
            ? $"a context cannot be called '{name}'. Name it as a Dockerfile would an image, in small letters; 'scratch' and 'context' mean something else."
            : all.Any(x => x.Name != image.Name && Canonical(x.Name) == Canonical(name))
                ? $"its context '{name}' is called like an image of this build. Give the context another name; the image goes by its own."
                : null;

    static string? Problem(ImageSpec image, BuildContext context, ValueList<ImageSpec> all) => context switch
    {
        BuildContext.Folder { Path: var path } when !Directory.Exists(path) =>
            $"the folder '{path}', which is not there. Correct the path where the image is described.",
        BuildContext.Layout { Path: var path } when LayoutProblem(path) is { } problem => $"no OCI layout with one image: {problem}",
        BuildContext.Built { Name: var name } when name == image.Name => "the image itself. Name another image of this build.",
        BuildContext.Built { Name: var name } when all.All(x => x.Name != name) =>
            $"the image '{name}', which this build does not have.{NearestName.Question(name, all.Select(x => x.Name).Where(x => x != image.Name))}",
        _ => null,
    };

    static string? LayoutProblem(string path)
    {
        try
        {
            OciLayout.Open(path).ReadPlatforms();
            return null;
        }
        catch (KilnException exception)
        {
            // Said with all else that is wrong, so the message is enough.
            return exception.Message;
        }
    }

    static bool IsName(string name) => ImageReference.TryParse(name, out _);

    static string Canonical(string name) => ImageReference.Parse(name).WithDefaultTag().ToString();
}
