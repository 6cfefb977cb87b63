using Kiln.Primitives;

namespace Kiln.Locking.Format;

/// <summary>One entry of each section. Null when something was wrong with it, which is noted.</summary>
static class EntryReader
{
    public static LockedImage? Image(string key, FieldReader fields)
    {
        var digest = fields.Parsed("digest", Digest.Parse);
        var platforms = fields.ParsedList("platforms", FieldParsing.Platform);
        var resolved = fields.Parsed("resolved", FieldParsing.Time);
        var via = fields.OptionalText("via");
        FieldParsing.CheckImageKey(key, digest, fields);
        return digest is null || platforms is null || resolved is null
            ? null
            : new LockedImage(digest, platforms.ToValueList(), resolved.Value) { Via = via, Extra = fields.Rest };
    }

    public static LockedGit? Git(string key, FieldReader fields) =>
        Commit(fields) is var (commit, resolved) ? new LockedGit(commit, resolved) { Extra = fields.Rest } : null;

    public static LockedAction? Action(string key, FieldReader fields) =>
        Commit(fields) is var (commit, resolved) ? new LockedAction(commit, resolved) { Extra = fields.Rest } : null;

    public static LockedUrl? Url(string key, FieldReader fields)
    {
        var checksum = fields.Parsed("checksum", Digest.Parse);
        var resolved = fields.Parsed("resolved", FieldParsing.Time);
        return checksum is null || resolved is null
            ? null
            : new LockedUrl(checksum, resolved.Value) { Extra = fields.Rest };
    }

    public static LockedTool? Tool(string key, FieldReader fields)
    {
        var version = fields.Text("version");
        var checksum = fields.Parsed("checksum", Digest.Parse);
        var resolved = fields.Parsed("resolved", FieldParsing.Time);
        return version is null || checksum is null || resolved is null
            ? null
            : new LockedTool(version, checksum, resolved.Value) { Extra = fields.Rest };
    }

    static (string Commit, DateTimeOffset Resolved)? Commit(FieldReader fields)
    {
        var commit = fields.Parsed("commit", FieldParsing.Commit);
        var resolved = fields.Parsed("resolved", FieldParsing.Time);
        return commit is null || resolved is null ? null : (commit, resolved.Value);
    }
}
