namespace Kiln.Locking.Needs;

/// <summary>A <c>RUN</c> step of an image.</summary>
/// <param name="Image">The image's name.</param>
/// <param name="Place">Where the step stands.</param>
/// <param name="Text">Its first line.</param>
/// <param name="HasNetwork">Whether it can download something, which no lock holds.</param>
public sealed record ImageStep(string Image, InputPlace Place, string Text, bool HasNetwork);
