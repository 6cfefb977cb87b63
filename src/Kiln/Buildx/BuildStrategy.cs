namespace Kiln.Buildx;

/// <summary>How many solves several images take.</summary>
public enum BuildStrategy
{
    /// <summary>
    /// One by one where a shared cache is read or written, since targets of a common solve miss what is in it (docker/buildx#414);
    /// otherwise all at once.
    /// </summary>
    Auto,

    /// <summary>All images at once: what they share is built once, and what they don't, side by side.</summary>
    OneSolve,

    /// <summary>
    /// One after the other, bases first, each made from the finished layouts of those: a shared cache is used in full, and an engine
    /// short of memory has less to do at once.
    /// </summary>
    OneSolvePerImage,
}
