namespace Kiln.Contexts;

/// <summary>What has to be done to make a staged tree equal to its source. Pure: it compares two listings.</summary>
sealed record StagingPlan
{
    /// <summary>Not wanted, or of another kind; what lies in a folder comes before it.</summary>
    public required IReadOnlyList<ContextEntry> Delete { get; init; }

    /// <summary>New folders, outer ones first.</summary>
    public required IReadOnlyList<ContextEntry> Folders { get; init; }

    public required IReadOnlyList<ContextEntry> Links { get; init; }

    /// <summary>New or changed files.</summary>
    public required IReadOnlyList<ContextEntry> Copy { get; init; }

    /// <summary>Files with the right content, but another mode or time.</summary>
    public required IReadOnlyList<ContextEntry> Adjust { get; init; }

    public static StagingPlan Between(
        IReadOnlyDictionary<string, ContextEntry> source, IReadOnlyDictionary<string, ContextEntry> staged, StagedTime time)
    {
        var changed = source.Values.Where(x => !IsThere(x)).OrderBy(x => x.Path, StringComparer.Ordinal).ToList();
        return new StagingPlan
        {
            Delete = [.. staged.Values.Where(IsInTheWay).OrderByDescending(x => x.Path, StringComparer.Ordinal)],
            Folders = [.. changed.Where(x => x.Kind == EntryKind.Folder)],
            Links = [.. changed.Where(x => x.Kind == EntryKind.Link)],
            Copy = [.. changed.Where(x => x.Kind == EntryKind.File)],
            Adjust = [.. source.Values.Where(x => x.Kind == EntryKind.File && IsThere(x) && !IsExact(x))],
        };

        bool IsThere(ContextEntry wanted) =>
            staged.TryGetValue(wanted.Path, out var found) && found.Kind == wanted.Kind && wanted.Kind switch
            {
                EntryKind.File => found.Size == wanted.Size && time.IsOf(found.Modified, wanted.Modified),
                EntryKind.Link => found.LinkTarget == wanted.LinkTarget,
                _ => true,
            };

        bool IsExact(ContextEntry wanted) =>
            staged[wanted.Path].Mode == wanted.GitMode &&
            staged[wanted.Path].Modified == time.OfFile(wanted.Modified);

        bool IsInTheWay(ContextEntry found) =>
            !source.TryGetValue(found.Path, out var wanted) || wanted.Kind != found.Kind ||
            (found.Kind == EntryKind.Link && found.LinkTarget != wanted.LinkTarget);
    }
}
