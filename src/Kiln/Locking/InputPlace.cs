namespace Kiln.Locking;

/// <summary>Where a build names something from outside.</summary>
/// <param name="File">As people should see it: relative to the repository's root.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record InputPlace(string File, int Line)
{
    /// <summary>For example <c>samples/x/Dockerfile:3</c>; editors and terminals jump there.</summary>
    public override string ToString() => $"{File}:{Line}";
}
