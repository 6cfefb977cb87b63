using Kiln.Primitives;

namespace Kiln.Changes;

/// <summary>By which the comments of one run are told from each other: jobs for one image each write a comment each, and none takes another's away.</summary>
public static class ChangeTopic
{
    const string All = "images";

    /// <summary><c>images</c>, or for some of the build's images <c>images api, worker</c>.</summary>
    /// <param name="compared">The images that the comment is about.</param>
    /// <param name="all">All images of the build.</param>
    public static string Of(ValueList<ImageSpec> compared, ValueList<ImageSpec> all) => all.All(x => compared.Any(y => y.Name == x.Name))
        ? All
        : $"{All} {string.Join(", ", compared.Select(x => x.Name).Order(StringComparer.Ordinal))}";
}
