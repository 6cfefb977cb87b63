using System.Text.RegularExpressions;

namespace Kiln.Scanning.Checks.Files;

/// <summary>What package managers keep for the next time, which in an image never comes.</summary>
sealed partial class PackageCaches : IFileCheck
{
    internal const string Id = "KILN-PACKAGE-CACHE";

    // Empty folders with a lock file are no waste.
    const long WorthALook = 100_000;

    readonly LayerFindings _files = new(
        Id, FindingSeverity.Low, x => $"caches of package managers, {x}; mount a cache where the step runs, or delete them in the same step");

    public void See(LayerFile file)
    {
        if (file.IsFile && !file.IsHidden && Caches().IsMatch(file.Path))
            _files.Add(file);
    }

    public IEnumerable<Finding> Findings() => _files.Findings(WorthALook);

    [GeneratedRegex(
        """
        ^(?:
          var/lib/apt/lists | var/cache/(?:apt|apk|dnf|yum|zypp|libdnf5) | usr/local/share/\.cache/yarn | go/pkg/mod/cache
          | (?:root|home/[^/]+)/(?:
              \.cache/(?:pip|uv|pypoetry|go-build|yarn) | \.npm/_cacache | \.nuget/packages | \.m2/repository | \.gradle/caches
              | \.cargo/registry | go/pkg/mod/cache | \.local/share/(?:pnpm/store|NuGet)
            )
        )/
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Caches();
}
