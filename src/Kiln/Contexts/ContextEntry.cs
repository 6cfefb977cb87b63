namespace Kiln.Contexts;

enum EntryKind
{
    Folder,
    File,
    Link,
}

/// <summary>What a tree has at one relative path. The mode is null where the system knows none.</summary>
sealed record ContextEntry(string Path, EntryKind Kind, DateTime Modified)
{
    public long Size { get; init; }

    public UnixFileMode? Mode { get; init; }

    /// <summary>The mode that it gets in a context.</summary>
    public UnixFileMode? GitMode => (Kind, Mode) switch
    {
        (_, null) or (EntryKind.Link, _) => null,
        (EntryKind.Folder, _) => GitModes.Executable,
        (_, { } mode) => GitModes.Of(mode),
    };

    public string? LinkTarget { get; init; }
}
