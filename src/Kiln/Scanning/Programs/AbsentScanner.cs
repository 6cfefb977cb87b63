using Kiln.Primitives;

namespace Kiln.Scanning.Programs;

/// <summary>
/// Stands for a scanner that is not there where that is only told: what it would have looked for is in the verdict as not looked for, and a gate that
/// asks for more, as Push's on a CI host, does not let the image pass.
/// </summary>
sealed class AbsentScanner(string name) : IScanner
{
    internal const string FindingId = "KILN-NO-SCANNER";

    public string Name => name;

    public Task RequireAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ScanReport> ScanAsync(ScanSubject subject, CancellationToken cancellationToken) => Task.FromResult(new ScanReport
    {
        Image = subject.Image.Name,
        Platform = subject.Details.Platform,
        Config = subject.Details.ConfigDigest,
        Scanner = new ScannerIdentity(Name, "absent") { IsWithoutDatabase = true },
        ScannedAt = DateTimeOffset.UtcNow,
        Findings =
        [
            new Finding(FindingId, FindingClass.Scanner, FindingSeverity.High)
            {
                Title = $"{Name} is not there, so known vulnerabilities were not looked for; only Kiln's own checks were made",
            },
        ],
    });

    /// <summary>
    /// Those that are there, and a stand-in for each other. KILN4002 where the gate refuses images that nobody looked at.
    /// </summary>
    internal static async Task<ValueList<IScanner>> StandInAsync(
        IEnumerable<IScanner> scanners, bool isRefused, Action<string> tell, CancellationToken cancellationToken)
    {
        var present = new List<IScanner>();
        foreach (var scanner in scanners)
        {
            try
            {
                await scanner.RequireAsync(cancellationToken);
                present.Add(scanner);
            }
            catch (KilnException missing) when (missing.Code == ErrorCodes.ScannerMissing && !isRefused)
            {
                tell(missing.Message);
                present.Add(new AbsentScanner(scanner.Name));
            }
        }

        return present.ToValueList();
    }
}
