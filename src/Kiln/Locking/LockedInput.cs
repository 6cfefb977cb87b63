namespace Kiln.Locking;

/// <summary>An input of an image and what it is pinned to.</summary>
/// <param name="Name">The name under which the lock holds it, for example <c>docker.io/library/golang:1.24</c>.</param>
/// <param name="Pin">A digest, a checksum or a commit, in full.</param>
public sealed record LockedInput(string Name, string Pin);
