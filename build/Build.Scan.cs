using Kiln.Components;
using Kiln.Processes;
using Kiln.Scanning;
using Kiln.Scanning.Trivy;
using Nuke.Common;

partial class Build
{
    [Parameter("Trivy's program, by which images are judged before they are pushed. Default is none: only Kiln's own checks are made")]
    readonly string? Trivy = null;

    [Parameter("Folder with Trivy's database, which is not updated then. Default is Trivy's own, which is")]
    readonly string? TrivyCache = null;

    IEnumerable<IScanner> IScan.Scanners => Trivy is null
        ? []
        : [new TrivyScanner(new CommandRunner()) { Source = Trivy, CacheFolder = TrivyCache, UpdatesDatabase = TrivyCache is null }];
}
