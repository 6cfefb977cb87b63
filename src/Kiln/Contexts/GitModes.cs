namespace Kiln.Contexts;

/// <summary>The only modes that git keeps, so the only ones that are the same in every checkout.</summary>
static class GitModes
{
    public const UnixFileMode Plain =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public const UnixFileMode Executable =
        Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static UnixFileMode Of(UnixFileMode mode) => (mode & UnixFileMode.UserExecute) != 0 ? Executable : Plain;
}
