namespace Kiln.Processes;

/// <summary>Finds programs as the system's shell would: by path, or by name in the folders of <c>PATH</c>.</summary>
public sealed class ExecutableFinder(string? path, string? extensions = null)
{
    readonly string[] _folders = (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    readonly string[] _extensions = OperatingSystem.IsWindows()
        ? ["", .. (extensions ?? ".COM;.EXE;.BAT;.CMD").Split(';', StringSplitOptions.RemoveEmptyEntries)]
        : [""];

    /// <summary>Looks where the build itself would look.</summary>
    public static ExecutableFinder FromEnvironment() =>
        new(Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable("PATHEXT"));

    /// <summary>The folders that names are looked up in, in this order.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>
    /// The full path, or null when it is not there or not executable. A name with a slash is a path, relative to
    /// <paramref name="workingDirectory"/>.
    /// </summary>
    public string? Find(string fileName, string? workingDirectory = null) =>
        IsPath(fileName)
            ? WithExtension(Path.GetFullPath(fileName, Path.GetFullPath(workingDirectory ?? ".")))
            : _folders.Select(x => WithExtension(Path.Combine(Path.GetFullPath(x), fileName))).FirstOrDefault(x => x is not null);

    /// <summary>Whether it names a place rather than something to look up.</summary>
    public static bool IsPath(string fileName) => Path.GetFileName(fileName) != fileName;

    string? WithExtension(string candidate) => _extensions.Select(x => candidate + x).FirstOrDefault(IsExecutable);

    static bool IsExecutable(string candidate)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(candidate) &&
               (OperatingSystem.IsWindows() || (File.GetUnixFileMode(candidate) & AnyExecute) != 0);
    }
}
