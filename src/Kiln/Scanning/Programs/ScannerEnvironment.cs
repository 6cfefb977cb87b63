using Kiln.Primitives;

namespace Kiln.Scanning.Programs;

/// <summary>
/// What a scanner gets to see of the build's variables: nothing that it does not need. Scanners have been turned into thieves before
/// (trivy 0.69.4, March 2026).
/// </summary>
static class ScannerEnvironment
{
    static readonly string[] Proxies = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"];

    static readonly string[] Names =
    [
        "PATH", "PATHEXT", "SYSTEMROOT", "TMPDIR", "TMP", "TEMP", "LANG", "TZ", "NO_COLOR", "SSL_CERT_FILE", "SSL_CERT_DIR",
        .. Proxies,
    ];

    /// <summary>Every other variable removed, but the scanner's own that are named; and a home without any stored login.</summary>
    internal static ValueMap<string?> For(IReadOnlyCollection<string> own, string home, IEnumerable<string> variables) => variables
        .Where(x => !Names.Contains(x, StringComparer.OrdinalIgnoreCase) && !own.Contains(x))
        .Select(x => KeyValuePair.Create(x, (string?)null))
        .ToValueMap()
        .With("HOME", home)
        .With("DOCKER_CONFIG", home);

    /// <summary>Those that are there and mean the same in a container.</summary>
    internal static ValueList<string> ForContainer(IReadOnlyCollection<string> own, IEnumerable<string> variables) =>
        variables.Where(x => own.Contains(x) || Proxies.Contains(x, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToValueList();
}
