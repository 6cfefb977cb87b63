using System.Globalization;
using Kiln.Buildx;
using Kiln.Oci;
using Kiln.Primitives;

namespace Kiln.CleaningUp;

/// <summary>
/// When an image was made, as it says. Kiln annotates images with the time of their commit; the config of a reproducible image says the same time for all
/// (<see cref="Reproducibility.FileTime"/>, or 1970), which is no age.
/// </summary>
static class CreationTime
{
    // OCI image specification 1.1, annotations.md: RFC 3339.
    const string Key = "org.opencontainers.image.created";

    internal static DateTimeOffset? Of(ValueMap<string> notes) =>
        notes.TryGetValue(Key, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && IsTold(time) ? time : null;

    internal static DateTimeOffset? Of(ImageConfig config) =>
        Of(config.Labels) ?? (config.Created is { } time && IsTold(time) ? time : null);

    static bool IsTold(DateTimeOffset time) => time > Reproducibility.FileTime;
}
