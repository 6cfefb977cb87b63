namespace Nuke.Common.IO;

partial class PathSyntax
{
    internal static string Normalize(string? path, char? separator = null)
    {
        path ??= "";
        RequireSeparatorOfRoot(path, separator);
        var root = RootOf(path);
        var parts = new List<string>();
        foreach (var part in path[(root?.Length ?? 0)..].Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                StepUp(path, root, parts);
            else if (part != ".")
                parts.Add(part);
        }

        return Join(root, parts, separator ?? SeparatorOf(path));
    }

    internal static string Combine(string? left, string? right, char? separator = null)
    {
        left = WithoutTrailingSeparator(left);
        right = WithoutTrailingSeparator(right);
        Assert.True(RootOf(right) is null, "Second path must not be rooted");
        if (string.IsNullOrWhiteSpace(left))
            return right;
        RequireSeparatorOfRoot(left, separator);
        var isRoot = RootOf(left) == left;
        if (string.IsNullOrWhiteSpace(right))
            return isRoot ? Join(left, [], Backslash) : left;
        return isRoot ? Join(left, [right], Backslash) : left + (separator ?? SeparatorOf(left)) + right;
    }

    private static void StepUp(string path, string? root, List<string> parts)
    {
        if (parts is [.., not ".."])
            parts.RemoveAt(parts.Count - 1);
        else if (root is null)
            parts.Add("..");
        else
            Assert.Fail($"Cannot normalize '{path}' beyond path root");
    }

    private static string Join(string? root, List<string> parts, char separator)
    {
        var tail = string.Join(separator, parts);
        return root switch
        {
            null or "/" => root + tail,
            [_, ':'] => root + Backslash + tail,
            _ => parts.Count == 0 ? root : root + Backslash + tail,
        };
    }

    private static string WithoutTrailingSeparator(string? path) => path == "/" ? path : path?.TrimEnd(Separators) ?? "";

    private static void RequireSeparatorOfRoot(string path, char? separator)
    {
        if (separator is null || RootOf(path) is not { } root || separator == SeparatorOf(root))
            return;
        var kind = root switch { "/" => "Unix", [_, ':'] => "Windows", _ => "UNC" };
        Assert.Fail($"For {kind}-rooted paths the separator must be '{SeparatorOf(root)}'");
    }
}
