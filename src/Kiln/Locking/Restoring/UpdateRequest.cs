using Kiln.Primitives;

namespace Kiln.Locking.Restoring;

/// <summary>What of a lock is looked up anew.</summary>
public sealed record UpdateRequest
{
    /// <summary>The build and its rules; whether the lock is frozen does not matter here.</summary>
    public required RestoreRequest Inputs { get; init; }

    /// <summary>The names of the inputs that are meant, such as <c>golang:1.24</c>. Default: all, and then unused entries go.</summary>
    public ValueList<string> Only { get; init; }
}
