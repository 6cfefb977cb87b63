namespace Kiln.Oci.Layers;

/// <summary>Names in archives: engines keep them within the image's root, so that is where they are looked at.</summary>
static class EntryPath
{
    internal static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    internal static bool LeavesRoot(string path)
    {
        var depth = 0;
        foreach (var part in path.Split('/'))
        {
            depth += part is "" or "." ? 0 : part == ".." ? -1 : 1;
            if (depth < 0)
                return true;
        }

        return false;
    }
}
