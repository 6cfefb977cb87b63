using Kiln.Oci;
using Kiln.Reporting;

namespace Kiln.Scanning.Checks;

/// <summary>
/// Files that the same is to be said of, as one finding a layer: people mend the instruction that made it, not one file after another.
/// </summary>
sealed class LayerFindings(string id, FindingSeverity severity, Func<string, string> title)
{
    const int Named = 3;

    readonly Dictionary<Digest, Group> _groups = [];

    internal void Add(LayerFile file)
    {
        if (!_groups.TryGetValue(file.Layer.DiffId, out var group))
            _groups.Add(file.Layer.DiffId, group = new Group(file.Layer));
        group.Add(file);
    }

    /// <summary>One finding a layer, but of layers with fewer bytes in such files.</summary>
    internal IEnumerable<Finding> Findings(long leastBytes = 0) => _groups.Values.Where(x => x.Bytes >= leastBytes).Select(x =>
        new Finding(id, FindingClass.Misconfiguration, severity)
        {
            Title = title(x.Text(showSizes: leastBytes > 0)),
            File = x.Only,
            DiffId = x.Layer.DiffId,
            Instruction = x.Layer.Instruction,
        });

    sealed class Group(LayoutLayer layer)
    {
        // The largest first, of equal ones those that were met first.
        readonly List<(string Path, long Bytes)> _largest = [];
        int _count;

        internal LayoutLayer Layer => layer;

        internal long Bytes { get; private set; }

        internal string? Only => _count == 1 ? _largest[0].Path : null;

        internal void Add(LayerFile file)
        {
            _count++;
            Bytes += file.Entry.Size;
            var place = _largest.FindIndex(x => x.Bytes < file.Entry.Size);
            _largest.Insert(place < 0 ? _largest.Count : place, (file.FullPath, file.Entry.Size));
            if (_largest.Count > Named)
                _largest.RemoveAt(Named);
        }

        internal string Text(bool showSizes)
        {
            var names = string.Join(", ", _largest.Select(x => showSizes ? $"{x.Path} ({HumanUnits.Size(x.Bytes)})" : x.Path));
            var rest = _count > _largest.Count ? $" and {_count - _largest.Count} more" : "";
            return showSizes ? $"{HumanUnits.Size(Bytes)}: {names}{rest}" : names + rest;
        }
    }
}
