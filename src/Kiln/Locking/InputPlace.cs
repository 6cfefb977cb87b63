namespace Kiln.Locking;

/// <summary>Where a build names something from outside.</summary>
/// <param name="File">As people should see it: relative to the repository's root; or whose text it is that lies in no file.</param>
/// <param name="Line">Counted from 1; 0 where there are no lines.</param>
public sealed record InputPlace(string File, int Line)
{
    /// <summary>Whether <see cref="File"/> is a path. Default: yes.</summary>
    public bool IsFile { get; init; } = true;

    /// <summary>For example <c>samples/x/Dockerfile:3</c>; editors and terminals jump there.</summary>
    public override string ToString() => IsFile ? $"{File}:{Line}" : Line > 0 ? $"{File}, line {Line}" : File;
}
