namespace Kiln.Contexts.Hygiene;

static class AllowedPath
{
    internal static string Check(string path)
    {
        var plain = path.Replace('\\', '/').TrimEnd('/');
        plain = plain.StartsWith("./", StringComparison.Ordinal) ? plain[2..] : plain;
        return plain.Length > 0 && plain != "." && !plain.StartsWith('/') && !plain.Split('/').Contains("..")
            ? plain
            : throw new KilnException(
                ErrorCodes.SecretInContext,
                $"What a build context may hold is allowed by name, relative to the context, and '{path}' is no such name. Name the file or the folder.");
    }

    internal static string CheckReason(string reason) => !string.IsNullOrWhiteSpace(reason)
        ? reason
        : throw new KilnException(
            ErrorCodes.SecretInContext,
            "Something that looks like a secret is allowed in a build context without a reason. Say why it is none, or why it belongs there.");
}
