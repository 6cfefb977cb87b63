using Kiln.Receipts;

namespace Kiln.Scanning;

/// <summary>A scanner that also writes down what an image is made of.</summary>
public interface ISbomSource : IScanner
{
    /// <summary>
    /// Files in the subject's work folder, one a form, about what was just scanned; the same folder is given as to the scan. KILN4003 where it
    /// fails.
    /// </summary>
    Task<IReadOnlyDictionary<SbomFormat, string>> WriteSbomsAsync(ScanSubject subject, CancellationToken cancellationToken);
}
