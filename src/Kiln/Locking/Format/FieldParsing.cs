namespace Kiln.Locking.Format;

/// <summary>What the texts of an entry mean; a KilnException says why one means nothing.</summary>
static class FieldParsing
{
    /// <summary>Boxed, so that no time is null like any other field.</summary>
    public sealed record Moment(DateTimeOffset Value);

    public static Moment Time(string text) => LockTime.Read(text) is { } time
        ? new Moment(time)
        : throw Wrong($"'{text}' is not a time: write it as in 2026-11-25T07:00:00Z");

    public static string Commit(string text) =>
        text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw Wrong($"'{text}' is not a commit: a commit is 40 or 64 hex digits in lower case");

    // Any well-formed one: images also have platforms that Kiln does not build for.
    public static Platform Platform(string text) => text.Split('/') switch
    {
        [var os, var architecture] => new(os, architecture),
        [var os, var architecture, var variant] => new(os, architecture, variant),
        _ => throw Wrong($"'{text}' is not a platform: write os/architecture or os/architecture/variant"),
    };

    /// <summary>A short name would never be found, and a digest in the name is the digest of the entry.</summary>
    public static void CheckImageKey(string key, Digest? digest, FieldReader fields)
    {
        if (!ImageReference.TryParse(key, out var reference))
            fields.Complain("the key is not an image reference");
        else if (reference.WithDefaultTag().ToString() is var canonical && canonical != key)
            fields.Complain($"the key is not written in full; write '{canonical}'");
        else if (reference.Digest is { } named && digest is not null && named != digest)
            fields.Complain($"the key names the digest {named}, and \"digest\" is {digest}");
    }

    static KilnException Wrong(string problem) => new(ErrorCodes.LockUnreadable, problem);
}
