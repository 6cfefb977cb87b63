using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.Buildx;

/// <summary>
/// Images of several platforms on a builder of several nodes. buildx writes no OCI layout from several nodes (build/build.go of 0.29: "oci
/// for multi-node builds currently not supported"), so each platform has a target and a layout, and Kiln writes the index.
/// </summary>
public static class PlatformTargets
{
    /// <summary>What caches are kept for: images, or each of their platforms where those are built apart.</summary>
    public static ValueList<ImageSpec> CachedAs(ContainerEngine engine, ValueList<ImageSpec> images) => images
        .SelectMany(x => IsSplit(engine, x) ? x.Platforms.Select(y => x with { Platforms = [y] }) : [x])
        .ToValueList();

    internal static bool IsSplit(ContainerEngine engine, ImageSpec image) => engine.Builder.Nodes.Count > 1 && image.Platforms.Count > 1;

    internal static bool IsPart(ImageSpec image, BakeTarget target) => image.Platforms.Any(x => NameOf(image, x) == target.Name);

    /// <summary>No image's name holds capitals, so no other target is called so.</summary>
    internal static string NameOf(ImageSpec image, Platform platform) => $"{BakePlan.NameOf(image)}-PLATFORM-{BuildFolders.FolderOf(platform)}";

    /// <summary>The target that a use of an image means; of one that is split, that for the platform that it is used for.</summary>
    internal static string NameFor(ContainerEngine engine, ImageSpec used, Platform? user, IEnumerable<Platform> uses)
    {
        if (!IsSplit(engine, used))
            return BakePlan.NameOf(used);
        var platforms = uses.Where(x => used.Platforms.Contains(x)).ToArray();
        return NameOf(used, user is not null && platforms.Contains(user) ? user : platforms.FirstOrDefault() ?? used.Platforms[0]);
    }

    /// <summary>
    /// The digests that BuildKit announced and those of the images that were put together; KILN3022 where a platform's layout is another one
    /// than was announced.
    /// </summary>
    internal static IReadOnlyDictionary<string, Digest> Join(
        BuildRequest request, ILookup<ImageSpec, BakeTarget> targets, IEnumerable<ImageSpec> images, IReadOnlyDictionary<string, Digest> announced)
    {
        var joined = new Dictionary<string, Digest>(announced);
        foreach (var image in images.Where(x => IsSplit(request.Engine, x)))
        {
            var parts = image.Platforms.Select(x => (x, OpenPart(request.Folders, NameOf(image, x), announced))).ToValueList();
            var folder = request.Folders.NewLayoutOf(BakePlan.NameOf(image));
            Folders.DeleteIfThere(folder);
            joined[BakePlan.NameOf(image)] = JoinedLayout.Write(folder, parts, targets[image].First(x => IsPart(image, x)).Annotations, File.Move);
        }

        return joined;
    }

    static OciLayout OpenPart(BuildFolders folders, string target, IReadOnlyDictionary<string, Digest> announced)
    {
        var layout = OciLayout.Open(folders.NewLayoutOf(target));
        return announced.GetValueOrDefault(target) is var digest && digest == layout.Root.Digest ? layout : throw new KilnException(
            ErrorCodes.LayoutDiffers,
            $"Target '{target}': BuildKit announced {digest?.ToString() ?? "no digest"} and wrote {layout.Root.Digest}. Nothing was kept; build again.");
    }
}
