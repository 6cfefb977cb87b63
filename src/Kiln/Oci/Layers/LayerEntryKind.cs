namespace Kiln.Oci.Layers;

/// <summary>What an entry of a layer's archive makes.</summary>
enum LayerEntryKind
{
    File,
    Folder,
    SymbolicLink,
    HardLink,

    /// <summary>A character or block device.</summary>
    Device,

    /// <summary>A named pipe, or a type that is not known.</summary>
    Other,
}
