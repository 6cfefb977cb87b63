namespace Kiln.Scanning;

/// <summary>Files that a receipt vouches for by their digest.</summary>
static class StoredFile
{
    /// <summary>Its bytes; KILN4006 where it is missing or another.</summary>
    internal static byte[] Read(string file, Digest expected)
    {
        if (!File.Exists(file))
            throw Differs(file, $"the receipt vouches for {expected}, and there is no such file");
        var bytes = File.ReadAllBytes(file);
        return Digest.OfBytes(bytes) is var actual && actual != expected
            ? throw Differs(file, $"the receipt vouches for {expected}, and the file has the digest {actual}")
            : bytes;
    }

    static KilnException Differs(string file, string what) => new(
        ErrorCodes.ReportDiffers, $"The scan report '{file}' is not the one that was judged: {what}. Nothing was pushed; run Scan again.");
}
