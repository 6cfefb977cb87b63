using Kiln.Oci.Layers;

namespace Kiln.Scanning.Checks;

/// <summary>
/// What the layers above replace or take away. Paths are kept as hashes of 64 bits, a million of them at most, and a file takes two: with a layer
/// of a million files the whole process needed 127 MB. Of an image with more, the rest counts as still to be seen.
/// </summary>
sealed class LayersAbove
{
    const int Most = 1_000_000;

    // All paths, those that are no folders any more, and folders whose content of below is gone.
    readonly HashSet<ulong> _paths = [];
    readonly HashSet<ulong> _gone = [];
    readonly HashSet<ulong> _emptied = [];

    // Of the layer that is being read: it hides nothing of itself.
    readonly List<(HashSet<ulong> Set, ulong Path)> _pending = [];

    /// <summary>Whether an entry of the current layer is not to be seen any more, as another took its place or it was deleted.</summary>
    internal bool Hide(LayerEntry entry)
    {
        if (_paths.Count + _gone.Count + _emptied.Count == 0)
            return false;
        var hash = PathHash.Start;
        for (var at = 0; at < entry.Path.Length; at++)
        {
            if (entry.Path[at] == '/' && (_gone.Contains(hash) || _emptied.Contains(hash)))
                return true;
            hash = PathHash.With(hash, entry.Path[at]);
        }

        return _emptied.Contains(PathHash.Start) || _gone.Contains(hash) || _paths.Contains(hash);
    }

    /// <summary>An entry of the current layer, for the layers below.</summary>
    internal void Add(LayerEntry entry)
    {
        if (_pending.Count + _paths.Count + _gone.Count >= Most)
            return;
        if (entry.Removes is { } removed)
        {
            _pending.Add((entry.IsOpaque ? _emptied : _gone, PathHash.Of(removed)));
            return;
        }

        _pending.Add((_paths, PathHash.Of(entry.Path)));
        if (entry.Kind != LayerEntryKind.Folder)
            _pending.Add((_gone, PathHash.Of(entry.Path)));
    }

    /// <summary>What was added counts from now on.</summary>
    internal void EndLayer()
    {
        foreach (var (set, path) in _pending)
            set.Add(path);
        _pending.Clear();
        _pending.TrimExcess();
    }
}
