using Kiln.Oci.Layers;

namespace Kiln.Scanning.Checks.Files;

/// <summary>What an image that is declared minimal has no use for, and an intruder has.</summary>
sealed class ForbiddenPrograms : IFileCheck
{
    internal const string ShellId = "KILN-SHELL";
    internal const string PackageManagerId = "KILN-PACKAGE-MANAGER";

    static readonly HashSet<string> Folders = ["bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin", "usr/local/sbin", "busybox"];
    static readonly HashSet<string> Shells = ["sh", "bash", "dash", "ash", "zsh", "ksh", "busybox", "toybox", "pwsh"];
    static readonly HashSet<string> Managers =
        ["apt", "apt-get", "dpkg", "apk", "yum", "dnf", "dnf5", "microdnf", "tdnf", "rpm", "zypper", "pip", "pip3", "npm", "yarn", "pnpm"];

    readonly LayerFindings _shells = new(ShellId, FindingSeverity.High, x => $"has a shell, and is declared minimal: {x}");
    readonly LayerFindings _managers = new(PackageManagerId, FindingSeverity.High, x => $"has a package manager, and is declared minimal: {x}");

    public void See(LayerFile file)
    {
        var isProgram = file.Entry.Kind is LayerEntryKind.File or LayerEntryKind.SymbolicLink or LayerEntryKind.HardLink;
        if (!isProgram || file.IsHidden || file.Path.LastIndexOf('/') is not (> 0 and var slash) || !Folders.Contains(file.Path[..slash]))
            return;
        if (Shells.Contains(file.Entry.Name))
            _shells.Add(file);
        else if (Managers.Contains(file.Entry.Name))
            _managers.Add(file);
    }

    public IEnumerable<Finding> Findings() => [.. _shells.Findings(), .. _managers.Findings()];
}
