using System.ComponentModel;
using System.Diagnostics;

namespace Nuke.Common.IO;

/// <summary>A path from a root, always normalised: no <c>.</c>, no <c>..</c>, one kind of separator.</summary>
[TypeConverter(typeof(TypeConverter))]
[DebuggerDisplay("{_path}")]
public partial class AbsolutePath : IAbsolutePathHolder
{
    private readonly string _path;

    private AbsolutePath(string? path) => _path = PathSyntax.Normalize(path);

    public string Name => System.IO.Path.GetFileName(_path);

    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(_path);

    public string Extension => System.IO.Path.GetExtension(_path);

    /// <summary>The directory above, or <c>null</c> for a root.</summary>
    public AbsolutePath? Parent => PathSyntax.IsOnlyRoot(_path) ? null : this / "..";

    AbsolutePath IAbsolutePathHolder.Path => this;

    public static AbsolutePath Create(string path) => new(path);
}
