namespace Kiln.Oci;

/// <summary>One step in the making of an image.</summary>
public sealed record HistoryEntry
{
    /// <summary>The instruction, for example <c>COPY /server /server # buildkit</c>. Default: not said.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Whether it changed settings only and left no layer. Default: no.</summary>
    public bool IsEmptyLayer { get; init; }
}
