namespace Kiln.Linting.Shell;

/// <summary>Which programs are shells, by their names without folders.</summary>
static class ShellNames
{
    static readonly string[] Posix = ["sh", "bash", "dash", "ash", "ksh", "zsh", "busybox"];
    static readonly string[] Windows = ["pwsh", "powershell", "cmd"];

    public static bool IsPosix(string program) => Posix.Contains(Base(program));

    public static bool IsWindows(string program) => Windows.Contains(Base(program));

    public static string Base(string program)
    {
        var name = program[(program.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name;
    }
}
