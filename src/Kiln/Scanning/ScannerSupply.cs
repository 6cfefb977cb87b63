using Kiln.Buildx;
using Kiln.Locking;
using Kiln.Primitives;

namespace Kiln.Scanning;

/// <summary>What a run has for scanners that are not on this machine.</summary>
public sealed record ScannerSupply
{
    /// <summary>What runs the images of scanners. Default: none.</summary>
    public ContainerEngine? Engine { get; init; }

    /// <summary>Where each locked image is, with its digest; by its key in the lock. Default: none.</summary>
    public ValueMap<ImageReference> Images { get; init; }

    /// <summary>The checksum of each locked download, by address. Default: none.</summary>
    public ValueMap<LockedUrl> Downloads { get; init; }

    /// <summary>Where downloaded programs are kept. Default: none are.</summary>
    public string? Folder { get; init; }

    /// <summary>What Restore has to pin before there can be these scanners; nothing for programs of this machine.</summary>
    public static ValueList<RequiredInput> ToLock(IEnumerable<IScanner> scanners, Platform platform)
    {
        var place = new InputPlace("the build's Scanners", 0) { IsFile = false };
        return scanners.Select(x => x.Source).Select(x => x switch
        {
            ScannerSource.Image image => new RequiredInput.Image(image.Reference, platform) { Place = place },
            ScannerSource.Download download => new RequiredInput.Url(download.Address) { Place = place },
            _ => (RequiredInput?)null,
        }).OfType<RequiredInput>().Distinct().ToValueList();
    }
}
