using System.Globalization;

namespace Kiln.Oci.Registries.Http;

/// <summary>The <c>Range: 0-99</c> of an upload's state; <c>bytes=</c> in front is tolerated.</summary>
static class UploadRange
{
    /// <summary>The position of the last byte that arrived, or null.</summary>
    public static long? EndOf(string? header) =>
        header?.Replace("bytes=", "", StringComparison.OrdinalIgnoreCase).Split('-') is ["0", var end]
            && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && last > 0
                ? last
                : null;
}
