using Kiln.Oci.Registries;
using Kiln.Pushing;

namespace Kiln.Reporting;

/// <summary>What was published, where, and what had to be sent for it.</summary>
public static class PushSummary
{
    /// <summary>Some lines for each image and registry, the image's own facts first.</summary>
    public static IEnumerable<string> Lines(IEnumerable<PushedImage> pushed)
    {
        foreach (var image in pushed.GroupBy(x => x.Receipt.Name))
        {
            foreach (var line in BuildSummary.Lines(image.First().Receipt))
                yield return line;
            foreach (var line in image.SelectMany(x => Lines(x.Result, "Pushed    ")))
                yield return line;
        }
    }

    /// <summary>The same for an image that was promoted.</summary>
    public static IEnumerable<string> Lines(PublishedImage image) => Lines(image.Place, $"Promoted  {image.Name}: ");

    static IEnumerable<string> Lines(PushResult place, string beginning)
    {
        yield return $"Tags      {string.Join(", ", place.Tags)}";
        yield return $"{beginning}{place.Image} ({Sent(place)}, {HumanUnits.Duration(place.Duration)})";
        if (place.Attached.Count > 0)
            yield return $"Attached  {Attached(place)}";
        yield return $"Pull      docker pull {place.Image}";
    }

    static string Attached(PushResult place)
    {
        var kinds = place.Attached.GroupBy(x => x.ArtifactType).Select(x => x.Count() == 1 ? x.Key : $"{x.Count()} {x.Key}");
        var isNew = place.Attached.Any(x => x.IsSent) ? "" : "; all of it was there";
        return string.Join(", ", kinds) + isNew;
    }

    static string Sent(PushResult place) => place.BlobsSent == 0
        ? place.BlobsMounted == 0 ? "no blob sent, everything was there" : $"no blob sent, {place.BlobsMounted} taken from another repository"
        : $"{place.BlobsSent} blobs sent, {HumanUnits.Size(place.BytesSent)}; {place.BlobsPresent} were there";
}
