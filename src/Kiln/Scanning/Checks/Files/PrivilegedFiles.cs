namespace Kiln.Scanning.Checks.Files;

/// <summary>Programs that give whoever runs them the rights of somebody else; distributions bring a few.</summary>
sealed class PrivilegedFiles : IFileCheck
{
    internal const string Id = "KILN-SETUID";

    const int SetUserOrGroup = 0b110_000_000_000;
    const int AnyoneRuns = 0b001_001_001;

    readonly LayerFindings _files = new(Id, FindingSeverity.Low, x => $"programs with rights of their own (setuid, setgid, capabilities): {x}");

    public void See(LayerFile file)
    {
        var isPrivileged = file.Entry.HasCapabilities || ((file.Entry.Mode & SetUserOrGroup) != 0 && (file.Entry.Mode & AnyoneRuns) != 0);
        if (file.IsFile && !file.IsHidden && isPrivileged)
            _files.Add(file);
    }

    public IEnumerable<Finding> Findings() => _files.Findings();
}
