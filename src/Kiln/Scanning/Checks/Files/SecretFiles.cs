using Kiln.Secrets;

namespace Kiln.Scanning.Checks.Files;

/// <summary>
/// Keys, tokens and passwords in files, by the rules that build contexts are held to. What a later layer deletes is still in the image. What
/// packages bring is nobody's secret, as the keys of their tests are not.
/// </summary>
sealed class SecretFiles : IFileCheck
{
    internal const string Id = "KILN-SECRET-FILE";
    internal const string DoubtfulId = "KILN-DOUBTFUL-FILE";

    static readonly string[] Packages = ["usr/share/", "usr/lib/", "usr/local/lib/", "usr/local/go/"];
    static readonly string[] PackageFolders = ["/node_modules/", "/site-packages/", "/dist-packages/", "/testdata/"];

    readonly List<Finding> _findings = [];

    public void See(LayerFile file)
    {
        if (!file.IsFile || file.Entry.Size == 0 || IsOfPackage(file.Path) || SecretRules.For(file.Path) is not { } rule || rule(file.Head) is not { } verdict)
            return;
        var deleted = file.IsHidden ? ", which a later layer replaces or deletes, and the image still has" : "";
        _findings.Add(new Finding(
            verdict.IsSecret ? Id : DoubtfulId,
            verdict.IsSecret ? FindingClass.Secret : FindingClass.Misconfiguration,
            verdict.IsSecret ? FindingSeverity.High : FindingSeverity.Low)
        {
            Title = verdict.What + deleted,
            File = file.FullPath,
            DiffId = file.Layer.DiffId,
            Instruction = file.Layer.Instruction,
        });
    }

    public IEnumerable<Finding> Findings() => _findings;

    static bool IsOfPackage(string path) => Packages.Any(x => path.StartsWith(x, StringComparison.Ordinal))
        || PackageFolders.Any(x => path.Contains(x, StringComparison.Ordinal));
}
