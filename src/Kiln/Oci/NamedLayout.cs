using Kiln.Primitives;

namespace Kiln.Oci;

/// <summary>A layout, and what its image is called where it goes: canonical references with tags.</summary>
public sealed record NamedLayout(OciLayout Layout, ValueList<ImageReference> Names);
