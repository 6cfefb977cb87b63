using Kiln.Primitives;

namespace Kiln.Locking;

/// <summary>An input that the lock does not hold, and everywhere it is named.</summary>
public sealed record MissingInput(LockSection Section, string Key, ValueList<InputPlace> Places);

/// <summary>An entry that nothing needs any more.</summary>
public sealed record UnusedEntry(LockSection Section, string Key);

/// <summary>A locked image that does not have a platform it is needed for, and everywhere it is needed so.</summary>
public sealed record LackingPlatform(
    string Key, ValueList<Platform> Lacking, ValueList<Platform> Has, ValueList<InputPlace> Places);
