namespace Kiln.Scanning.Checks.Files;

/// <summary>Files that later layers replace or delete: everybody pulls them and nobody sees them.</summary>
sealed class WastedBytes : IFileCheck
{
    internal const string Id = "KILN-WASTED-BYTES";

    const long WorthALook = 1_000_000;

    readonly LayerFindings _files = new(
        Id, FindingSeverity.Low, x => $"pulled for nothing, since later layers replace or delete it, {x}; delete it where it is made, or copy only what is needed out of a stage");

    public void See(LayerFile file)
    {
        if (file.IsFile && file.IsHidden)
            _files.Add(file);
    }

    public IEnumerable<Finding> Findings() => _files.Findings(WorthALook);
}
