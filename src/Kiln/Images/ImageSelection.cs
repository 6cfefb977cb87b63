using Kiln.Primitives;

namespace Kiln.Images;

/// <summary>Some images of a build, by name.</summary>
public static class ImageSelection
{
    /// <summary>Those that are named, in the build's order; all of them where none is named. KILN1024 for a name that no image has.</summary>
    public static ValueList<ImageSpec> Named(ValueList<ImageSpec> images, ValueList<string> names)
    {
        var unknown = names.Where(x => images.All(y => y.Name != x)).ToArray();
        if (unknown.Length > 0)
        {
            var known = images.Select(x => x.Name).ToArray();
            throw new KilnException(
                ErrorCodes.ImageNameUnknown,
                string.Join("\n", unknown.Select(x => $"No image is called '{x}'.{NearestName.Question(x, known)}"))
                + $" The build's images are {string.Join(", ", known.Select(x => $"'{x}'"))}.");
        }

        return names.Count == 0 ? images : images.Where(x => names.Contains(x.Name)).ToValueList();
    }

    /// <summary>The named ones and all that they are made from, in the build's order.</summary>
    internal static ValueList<ImageSpec> WithBases(ValueList<ImageSpec> images, ValueList<string> names, ImageGraph graph)
    {
        var wanted = new HashSet<ImageSpec>();
        var open = new Stack<ImageSpec>(Named(images, names));
        while (open.TryPop(out var image))
        {
            if (!wanted.Add(image))
                continue;
            foreach (var name in graph.BasesOf(image))
                open.Push(images.Single(x => x.Name == name));
        }

        return images.Where(wanted.Contains).ToValueList();
    }
}
