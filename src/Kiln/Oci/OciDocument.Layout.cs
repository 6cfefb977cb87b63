namespace Kiln.Oci;

static partial class OciDocument
{
    public static string? ReadLayoutVersion(ReadOnlySpan<byte> json, string place) =>
        Read(json, OciJson.Default.WireLayoutMark, place).ImageLayoutVersion;
}
