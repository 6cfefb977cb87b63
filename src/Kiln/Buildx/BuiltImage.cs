using Kiln.Receipts;

namespace Kiln.Buildx;

/// <summary>An image that lies finished in its layout folder, with its receipt.</summary>
public sealed record BuiltImage(ImageSpec Image, string LayoutFolder, Receipt Receipt);
