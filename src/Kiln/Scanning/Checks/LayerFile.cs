using System.Text;
using Kiln.Oci;
using Kiln.Oci.Layers;

namespace Kiln.Scanning.Checks;

/// <summary>An entry of a layer while it is read.</summary>
/// <param name="Layer">Where it lies.</param>
/// <param name="Entry">What it is.</param>
/// <param name="IsHidden">Whether layers above replace or delete it; it is pulled all the same.</param>
/// <param name="Reader">Stands at its content.</param>
sealed record LayerFile(LayoutLayer Layer, LayerEntry Entry, bool IsHidden, LayerReader Reader)
{
    const int HeadLength = 64 * 1024;

    // Read at most once, and only where somebody asks.
    readonly Lazy<string> _head = new(() => Encoding.UTF8.GetString(Reader.ReadHead(HeadLength)));

    /// <summary>Its beginning as text, at most 64 kB.</summary>
    public string Head => _head.Value;

    public string Path => Entry.Path;

    /// <summary>The path as people write it.</summary>
    public string FullPath => "/" + Entry.Path;

    public bool IsFile => Entry.Kind == LayerEntryKind.File;
}
