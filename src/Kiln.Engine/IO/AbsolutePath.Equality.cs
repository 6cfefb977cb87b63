namespace Nuke.Common.IO;

partial class AbsolutePath
{
    // Paths with a drive letter come from file systems that do not distinguish case.
    private StringComparer Comparer =>
        PathSyntax.HasDriveRoot(_path) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static bool operator ==(AbsolutePath? a, AbsolutePath? b) => Equals(a, b);

    public static bool operator !=(AbsolutePath? a, AbsolutePath? b) => !Equals(a, b);

    public override bool Equals(object? obj) => obj is AbsolutePath other && Equals(other);

    public override int GetHashCode() => Comparer.GetHashCode(_path);

    protected bool Equals(AbsolutePath other) => Comparer.Equals(_path, other._path);
}
