using Kiln.Locking;
using Kiln.Primitives;
using Kiln.Reporting;
using Kiln.Scanning;
using Kiln.Scanning.Gating;
using Nuke.Common;

namespace Kiln.Components.Running;

sealed partial class PipelineRun
{
    /// <summary>The gate in force; null for a build that scans nothing.</summary>
    internal ScanGate? Gate => _build is IScan { ScanGate: var gate }
        ? gate with { RefusesOldDatabase = gate.RefusesOldDatabase ?? _build.IsServerBuild }
        : null;

    internal async Task ScanAsync(IScan build)
    {
        var empty = new ScanRequest { Images = [], Folders = FoldersOf(build) };
        var request = build.ScanSettings(build.ScanSettingsBase(empty));
        var scanned = await new ImageScanner(_reporter).ScanAsync(request, CancellationToken.None);
        foreach (var line in ScanSummary.Lines(scanned))
            _reporter.Information(line);
        foreach (var line in ScanSummary.Warnings(scanned))
            _reporter.Warning(line);
    }

    /// <summary>What this run has for scanners that are not on this machine.</summary>
    internal ScannerSupply ScannerSupply => new()
    {
        Engine = _engine,
        Images = _inputs?.Images ?? [],
        Downloads = _inputs?.Lock.Urls ?? [],
        Folder = Path.Combine(_build.TemporaryDirectory, "scanners"),
    };

    ValueList<RequiredInput> ScannerInputs(INukeBuild build) =>
        build is IScan { Scanners: var scanners } ? ScannerSupply.ToLock(scanners, _engine?.Platform ?? Platform.LinuxAmd64) : [];

    // Before anything is built, which may take longer than to get a scanner; where an image may do without, Scan tells what is missing.
    async Task RequireScannersAsync(IStartEngine build)
    {
        if (build is not IScan { Scanners: var scanners } || Gate?.RefusesOldDatabase != true || !WillRun(nameof(IScan.Scan)))
            return;
        foreach (var scanner in scanners)
            await scanner.RequireAsync(CancellationToken.None);
    }
}
