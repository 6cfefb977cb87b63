using Kiln.Oci;

namespace Kiln.Scanning;

/// <summary>What a scanner is given: one platform of an image, alone in a layout.</summary>
/// <param name="Image">The image as the build describes it.</param>
/// <param name="Layout">A layout with this one manifest.</param>
/// <param name="Details">The platform, the config and the layers with their instructions.</param>
/// <param name="WorkFolder">A folder of its own, empty, for what the scanner writes.</param>
public sealed record ScanSubject(ImageSpec Image, OciLayout Layout, LayoutImage Details, string WorkFolder)
{
    /// <summary>What there is for scanners that are not on this machine. Default: nothing.</summary>
    public ScannerSupply Supply { get; init; } = new();

    /// <summary>Its layers as the manifest names them, lowest first.</summary>
    internal IEnumerable<Descriptor> ReadLayers() => Layout.ReadManifest(Layout.Root).Layers;
}
