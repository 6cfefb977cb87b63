using Kiln.Oci.Layers;

namespace Kiln.Scanning.Checks.Files;

/// <summary>What no builder writes: names that lead out of the image, and devices, which hand out the machine's own.</summary>
sealed class UnsafeEntries : IFileCheck
{
    internal const string OutsideId = "KILN-PATH-OUTSIDE";
    internal const string DeviceId = "KILN-DEVICE";

    readonly LayerFindings _outside = new(OutsideId, FindingSeverity.High, x => $"names in the archive lead out of the image: {x}");
    readonly LayerFindings _devices = new(DeviceId, FindingSeverity.Medium, x => $"devices: {x}");

    public void See(LayerFile file)
    {
        if (file.Entry.LeavesRoot)
            _outside.Add(file);
        // A whiteout of overlayfs is such a device; builders write it as a file.
        if (file.Entry.Kind == LayerEntryKind.Device)
            _devices.Add(file);
    }

    public IEnumerable<Finding> Findings() => [.. _outside.Findings(), .. _devices.Findings()];
}
