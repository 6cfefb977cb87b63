namespace Kiln.Oci.Layers;

/// <summary>One entry of a layer's archive.</summary>
/// <param name="Path">Relative to the image's root, with slashes, without <c>.</c> and <c>..</c>; empty for the root itself.</param>
/// <param name="Kind">What it makes.</param>
/// <param name="Mode">Permission bits with setuid, setgid and sticky, as in <c>chmod</c>.</param>
/// <param name="Size">How many bytes of content follow.</param>
sealed record LayerEntry(string Path, LayerEntryKind Kind, int Mode, long Size)
{
    const string Mark = ".wh.";

    /// <summary>The path that a link leads to, as it stands there; null where it is none.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>Whether its name, or a hard link's target, leads out of the image's root by <c>..</c>.</summary>
    public bool LeavesRoot { get; init; }

    /// <summary>Whether the file is run with rights of its own, which <c>setcap</c> gives.</summary>
    public bool HasCapabilities { get; init; }

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The path that it takes away from the layers below, where it is a whiteout (OCI image specification 1.1, layer.md): of an opaque one
    /// the folder whose content goes.
    /// </summary>
    public string? Removes => !Name.StartsWith(Mark, StringComparison.Ordinal)
        ? null
        : IsOpaque ? Parent.TrimEnd('/') : Parent + Name[Mark.Length..];

    /// <summary>Whether it takes only what the layers below have in its folder, and not the folder.</summary>
    public bool IsOpaque => Name == ".wh..wh..opq";

    string Parent => Path[..(Path.LastIndexOf('/') + 1)];
}
