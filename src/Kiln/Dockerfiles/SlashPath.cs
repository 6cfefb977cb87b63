namespace Kiln.Dockerfiles;

/// <summary>Paths with slashes, on every system.</summary>
static class SlashPath
{
    /// <summary>The shortest equal path, by its text alone, as Go's <c>path.Clean</c> gives it.</summary>
    public static string Clean(string path)
    {
        var isRooted = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != ".." || (parts.Count == 0 && !isRooted) || (parts.Count > 0 && parts[^1] == ".."))
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        var joined = string.Join('/', parts);
        return isRooted ? $"/{joined}" : joined.Length > 0 ? joined : ".";
    }
}
