using Kiln.Dockerfiles.Inputs;
using Kiln.Graph;
using Kiln.Primitives;

namespace Kiln.Images;

/// <summary>Which images of a build are made from which: a Dockerfile names another one like any image, by its name.</summary>
public sealed class ImageGraph
{
    readonly Dictionary<string, ValueList<UsedContext>> _uses;
    readonly Dictionary<string, ValueList<string>> _bases;

    ImageGraph(ValueList<ImageSpec> images, Platform buildPlatform)
    {
        _uses = images.ToDictionary(x => x.Name, x => UsesOf(x, images, buildPlatform));
        _bases = images.ToDictionary(
            x => x.Name,
            x => _uses[x.Name].Select(y => BaseOf(x, y.Name)).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToValueList());
    }

    /// <summary>Reads the Dockerfiles, which must exist.</summary>
    public static ImageGraph Of(ValueList<ImageSpec> images, Platform buildPlatform) => new(images, buildPlatform);

    /// <summary>The names of the images that this one starts or copies from, sorted.</summary>
    public ValueList<string> BasesOf(ImageSpec image) => _bases[image.Name];

    /// <summary>The named contexts and images of the build that its Dockerfile uses, each with the platforms it uses them for.</summary>
    internal ValueList<UsedContext> UsesOf(ImageSpec image) => _uses[image.Name];

    /// <summary>The image of the build that a name means in an image's Dockerfile; null for a folder and the like.</summary>
    internal static string? BaseOf(ImageSpec image, string name) =>
        image.NamedContexts.TryGetValue(name, out var context) ? (context as BuildContext.Built)?.Name : name;

    /// <summary>These images in an order in which each comes after those that it is made from.</summary>
    public ValueList<ImageSpec> BasesFirst(ValueList<ImageSpec> images) =>
        TopologicalOrder.Of(images, x => images.Where(y => _bases[x.Name].Contains(y.Name))).Order.ToValueList();

    /// <summary>Circles, each as its path with the first name again at the end; none in a build that can be built.</summary>
    public ValueList<ValueList<string>> Cycles =>
        TopologicalOrder.Of(_bases.Keys, x => _bases[x]).Cycles.Select(x => Around([x.Order(StringComparer.Ordinal).First()], x)).ToValueList();

    // Everything in such a group leads back to its first, by some way; of all ways the first that is found will do.
    ValueList<string> Around(ValueList<string> path, IReadOnlyList<string> group) => _bases[path[^1]].Contains(path[0])
        ? [.. path, path[0]]
        : _bases[path[^1]].Where(x => group.Contains(x) && !path.Contains(x))
            .Select(x => Around([.. path, x], group))
            .FirstOrDefault(x => x.Count > 0);

    static ValueList<UsedContext> UsesOf(ImageSpec image, ValueList<ImageSpec> images, Platform buildPlatform)
    {
        var dockerfile = image.ParseDockerfile();
        return ImageTargets.Of(image, dockerfile, images, buildPlatform)
            .SelectMany(x => TargetInputs.Of(dockerfile, x).Contexts)
            .Distinct().OrderBy(x => x.Name, StringComparer.Ordinal).ToValueList();
    }
}
