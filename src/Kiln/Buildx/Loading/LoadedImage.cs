using Kiln.Primitives;

namespace Kiln.Buildx.Loading;

/// <summary>An image that the engine can run, and whether it had it before.</summary>
public sealed record LoadedImage(string Name, ValueList<ImageReference> References, bool WasThere, TimeSpan Duration);
