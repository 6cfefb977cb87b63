namespace Kiln.Dockerfiles.Inputs;

/// <summary>A named context that a target uses, and for which platform.</summary>
/// <param name="Name">As the target names it.</param>
/// <param name="Platform">What <c>FROM --platform</c> says, else what is built.</param>
public sealed record UsedContext(string Name, Platform Platform);
