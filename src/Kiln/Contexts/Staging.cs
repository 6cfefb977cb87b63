namespace Kiln.Contexts;

/// <summary>Carries out a plan. A file's time is set last of all, so that a file whose copying was cut off counts as changed.</summary>
sealed class Staging(string source, string target, StagedTime time, CancellationToken cancellationToken)
{
    const int Attempts = 3;

    // Within one tick of the system's clock, two writes leave the same time; the copy waits until another would show.
    static readonly TimeSpan ClockTick = TimeSpan.FromMilliseconds(20);

    readonly ParallelOptions _parallel = new()
    {
        CancellationToken = cancellationToken,
        MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 8),
    };

    public void Apply(StagingPlan plan, IReadOnlyDictionary<string, ContextEntry> wanted)
    {
        foreach (var entry in plan.Delete)
            Delete(entry);
        foreach (var entry in plan.Folders)
            Directory.CreateDirectory(Target(entry));
        foreach (var entry in plan.Links)
            File.CreateSymbolicLink(Target(entry), entry.LinkTarget!);
        ForEach(plan.Copy, Copy);
        ForEach(plan.Adjust, x => Settle(new FileInfo(Target(x)), x.GitMode, time.OfFile(x.Modified)));

        // Last, since writing into a folder changes its time.
        ForEach(wanted.Values.Where(x => x.Kind == EntryKind.Folder),
            x => Settle(new DirectoryInfo(Target(x)), x.GitMode, time.OfOther(x.Modified)));
        ForEach(wanted.Values.Where(x => x.Kind == EntryKind.Link),
            x => Settle(new FileInfo(Target(x)), null, time.OfOther(x.Modified)));
    }

    // Unwrapped, since the first failure says enough.
    void ForEach(IEnumerable<ContextEntry> entries, Action<ContextEntry> action)
    {
        try
        {
            Parallel.ForEach(entries, _parallel, action);
        }
        catch (AggregateException exception)
        {
            throw exception.InnerExceptions[0];
        }
    }

    void Delete(ContextEntry entry)
    {
        if (entry.Kind == EntryKind.Folder)
            Directory.Delete(Target(entry), recursive: true);
        else
            File.Delete(Target(entry));
    }

    void Copy(ContextEntry entry)
    {
        var file = new FileInfo(Path.Combine(source, entry.Path));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            file.Refresh();
            var (modified, size) = (file.LastWriteTimeUtc, file.Exists ? file.Length : throw Changed(file, "vanished"));
            if (DateTime.UtcNow - modified < ClockTick)
                Thread.Sleep(ClockTick);

            file.CopyTo(Target(entry), overwrite: true);
            file.Refresh();
            if (file.Exists && (modified, size) == (file.LastWriteTimeUtc, file.Length))
            {
                Settle(new FileInfo(Target(entry)), entry.GitMode, time.OfFile(modified));
                return;
            }
        }

        throw Changed(file, $"changed each of {Attempts} times");
    }

    static void Settle(FileSystemInfo entry, UnixFileMode? mode, DateTime modified)
    {
        if (!OperatingSystem.IsWindows() && mode is { } wanted && entry.UnixFileMode != wanted)
            entry.UnixFileMode = wanted;
        if (entry.LastWriteTimeUtc != modified)
            entry.LastWriteTimeUtc = modified;
    }

    static KilnException Changed(FileInfo file, string how) => new(
        ErrorCodes.ContextChanged,
        $"The file '{file.FullName}' of the build context {how} while it was copied. " +
        "Leave it out by .dockerignore, or stop what writes to it.");

    string Target(ContextEntry entry) => Path.Combine(target, entry.Path);
}
