using Kiln.Primitives;

namespace Kiln.Oci.Registries.Http;

/// <summary>A file on its way out, from a position to its end, that tells when a part of it was taken.</summary>
sealed class WatchedStream(Stream inner, Action touch) : ReadThrough(inner)
{
    protected override void Beginning() => touch();
}
