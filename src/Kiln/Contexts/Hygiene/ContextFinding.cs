namespace Kiln.Contexts.Hygiene;

/// <summary>Something in a build context that had better not be sent.</summary>
/// <param name="Path">A file or a folder, relative to the context, with slashes.</param>
/// <param name="Bytes">What it adds to the context.</param>
/// <param name="What">What it is, in words that show no value of it.</param>
/// <param name="IgnoreLine">The line of a <c>.dockerignore</c> that leaves it out.</param>
/// <param name="IsSecret">Whether it must not be sent.</param>
public sealed record ContextFinding(string Path, long Bytes, string What, string IgnoreLine, bool IsSecret);
