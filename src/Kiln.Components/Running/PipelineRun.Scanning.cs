using Kiln.Reporting;
using Kiln.Scanning;
using Kiln.Scanning.Gating;

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

    // Before anything is built, which may take longer than to get a scanner.
    async Task RequireScannersAsync(IStartEngine build)
    {
        if (build is not IScan { Scanners: var scanners } || !WillRun(nameof(IScan.Scan)))
            return;
        foreach (var scanner in scanners)
            await scanner.RequireAsync(CancellationToken.None);
    }
}
