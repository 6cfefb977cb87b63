using Kiln.Oci.Layers;

namespace Kiln.Scanning.Checks.Files;

/// <summary>What every user of the container can change; folders with the sticky bit, as <c>/tmp</c> has it, are made for that.</summary>
sealed class WorldWritable : IFileCheck
{
    internal const string Id = "KILN-WORLD-WRITABLE";

    const int Sticky = 0b001_000_000_000;
    const int OthersWrite = 0b000_000_010;

    readonly LayerFindings _paths = new(Id, FindingSeverity.Medium, x => $"every user may write to {x}");

    public void See(LayerFile file)
    {
        var isMeant = file.Entry.Kind == LayerEntryKind.Folder && (file.Entry.Mode & Sticky) != 0;
        var isFile = file.Entry.Kind is LayerEntryKind.File or LayerEntryKind.Folder;
        if (isFile && !isMeant && !file.IsHidden && file.Entry.Removes is null && (file.Entry.Mode & OthersWrite) != 0)
            _paths.Add(file);
    }

    public IEnumerable<Finding> Findings() => _paths.Findings();
}
