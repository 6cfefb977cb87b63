namespace Kiln.CleaningUp;

/// <summary>An entry of a CI host's cache.</summary>
/// <param name="Id">By which it is deleted.</param>
/// <param name="Ref">Whose runs can read it: <c>refs/heads/main</c>, <c>refs/pull/12/merge</c>.</param>
/// <param name="Size">In bytes.</param>
public sealed record HostCache(long Id, string Ref, long Size);
