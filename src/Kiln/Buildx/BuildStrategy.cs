namespace Kiln.Buildx;

/// <summary>How many solves several images take.</summary>
public enum BuildStrategy
{
    /// <summary>All images at once: what they share is built once, and what they don't, side by side.</summary>
    OneSolve,

    /// <summary>
    /// One after the other, bases first. For engines that are short of memory, and where a shared cache is missed in a common solve
    /// (docker/buildx#414).
    /// </summary>
    OneSolvePerImage,
}
