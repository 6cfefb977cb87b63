namespace Kiln.Locking;

/// <summary>
/// Something that may be fetched without being in the lock, by name: an image such as <c>alpine:edge</c>, an address, or a
/// pattern with <c>*</c> over BuildKit's own names, such as <c>https://example.com/nightly/*</c>. The reason is printed
/// with every build.
/// </summary>
public sealed record FloatingInput
{
    /// <summary>KILN6007 without a name or a reason.</summary>
    public FloatingInput(string name, string reason)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(reason))
        {
            throw new KilnException(
                ErrorCodes.FloatWithoutReason,
                $"'{name}' may not float for the reason '{reason}': what is not pinned needs a name and a reason. Write "
                + "new FloatingInput(\"alpine:edge\", \"tested against tomorrow's packages\").");
        }

        (Name, Reason) = (name, reason);
    }

    /// <summary>As the Dockerfile names it, or a pattern.</summary>
    public string Name { get; }

    /// <summary>Why it is not pinned.</summary>
    public string Reason { get; }

    internal string Wildcard => Name.Contains("://", StringComparison.Ordinal) || !ImageReference.TryParse(Name, out var image)
        ? Name
        : $"docker-image://{image.WithDefaultTag()}";

    internal bool Covers(string identifier)
    {
        var parts = Wildcard.Split('*');
        var at = identifier.StartsWith(parts[0], StringComparison.Ordinal) ? parts[0].Length : -1;
        foreach (var part in parts.Skip(1).SkipLast(1))
            at = at < 0 || identifier.IndexOf(part, at, StringComparison.Ordinal) is var found && found < 0 ? -1 : found + part.Length;
        return at >= 0 && (parts.Length == 1
            ? at == identifier.Length
            : identifier.Length - at >= parts[^1].Length && identifier.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
