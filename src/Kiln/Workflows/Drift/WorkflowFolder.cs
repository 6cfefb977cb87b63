using Kiln.Primitives;

namespace Kiln.Workflows.Drift;

/// <summary>The files of CI hosts in a repository: which are as the build would write them, which are not, and which it wrote once and would not write now.</summary>
public sealed class WorkflowFolder(string root)
{
    /// <summary>Compares; nothing is written. KILN5006 where a file of that name is somebody else's.</summary>
    /// <param name="files">What the build would write.</param>
    /// <param name="places">Folders and files where what Kiln wrote lies, from the root.</param>
    public ValueList<WorkflowChange> Compare(ValueList<WorkflowFile> files, params IEnumerable<string> places)
    {
        var changes = files.Select(ChangeOf).OfType<WorkflowChange>();
        var stale = places.Distinct().SelectMany(ReadOwn)
            .Where(x => files.All(y => y.Path != x.Path))
            .Select(x => new WorkflowChange(x.Path, x.Text, null));
        return changes.Concat(stale).OrderBy(x => x.Path, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>The files that Kiln wrote in a folder, or the one file.</summary>
    internal IEnumerable<WorkflowFile> ReadOwn(string place) => FilesIn(place)
        .Select(x => new WorkflowFile(x, Read(x)))
        .Where(x => GeneratedNotice.IsIn(x.Text));

    IEnumerable<string> FilesIn(string place) =>
        File.Exists(Path.Combine(root, place)) ? [place]
        : !Directory.Exists(Path.Combine(root, place)) ? []
        : new DirectoryInfo(Path.Combine(root, place)).EnumerateFiles()
            .Where(x => x.Extension is ".yml" or ".yaml")
            .Select(x => $"{place}/{x.Name}")
            .Order(StringComparer.Ordinal);

    // Git may have given the file the line ends of this machine.
    string Read(string file) => File.ReadAllText(Path.Combine(root, file)).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Writes and deletes until the files are as the build would have them.</summary>
    public void Apply(ValueList<WorkflowChange> changes)
    {
        foreach (var change in changes)
        {
            var file = Path.Combine(root, change.Path);
            if (change.After is null)
                File.Delete(file);
            else
                WholeFile.Write(file, change.After);
        }
    }

    WorkflowChange? ChangeOf(WorkflowFile file)
    {
        var before = File.Exists(Path.Combine(root, file.Path)) ? Read(file.Path) : null;
        if (before == file.Text)
            return null;
        return before is null || GeneratedNotice.IsIn(before)
            ? new WorkflowChange(file.Path, before, file.Text)
            : throw new KilnException(
                ErrorCodes.WorkflowNotOurs,
                $"'{file.Path}' is there and was not written by Kiln, which does not touch it. Move it, delete it, or give the pipeline another name.");
    }
}
