using Kiln.Primitives;

namespace Kiln.Workflows.Drift;

/// <summary>The files of CI hosts in a repository: which are as the build would write them, which are not, and which it wrote once and would not write now.</summary>
public sealed class WorkflowFolder(string root)
{
    /// <summary>Compares; nothing is written. KILN5006 where a file of that name is somebody else's.</summary>
    /// <param name="files">What the build would write.</param>
    /// <param name="folders">Where files that Kiln wrote lie, from the root.</param>
    public ValueList<WorkflowChange> Compare(ValueList<WorkflowFile> files, params IEnumerable<string> folders)
    {
        var changes = files.Select(ChangeOf).OfType<WorkflowChange>();
        var stale = folders.SelectMany(ReadOwn)
            .Where(x => files.All(y => y.Path != x.Path))
            .Select(x => new WorkflowChange(x.Path, x.Text, null));
        return changes.Concat(stale).OrderBy(x => x.Path, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>The files in a folder that Kiln wrote.</summary>
    internal IEnumerable<WorkflowFile> ReadOwn(string folder) => Directory.Exists(Path.Combine(root, folder))
        ? new DirectoryInfo(Path.Combine(root, folder)).EnumerateFiles()
            .Where(x => x.Extension is ".yml" or ".yaml")
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .Select(x => new WorkflowFile($"{folder}/{x.Name}", File.ReadAllText(x.FullName)))
            .Where(x => GeneratedNotice.IsIn(x.Text))
        : [];

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
        var path = Path.Combine(root, file.Path);
        var before = File.Exists(path) ? File.ReadAllText(path) : null;
        // Git may have given the file the line ends of this machine.
        if (before?.ReplaceLineEndings("\n") == file.Text)
            return null;
        return before is null || GeneratedNotice.IsIn(before)
            ? new WorkflowChange(file.Path, before, file.Text)
            : throw new KilnException(
                ErrorCodes.WorkflowNotOurs,
                $"'{file.Path}' is there and was not written by Kiln, which does not touch it. Move it, delete it, or give the pipeline another name.");
    }
}
