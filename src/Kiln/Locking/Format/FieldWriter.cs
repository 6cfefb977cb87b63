using Kiln.Locking.Format.Json;
using Kiln.Primitives;

namespace Kiln.Locking.Format;

/// <summary>An entry on one line. A known field wins over an unknown one of its name.</summary>
static class FieldWriter
{
    public static RawJson Write(LockEntry entry)
    {
        ValueMap<string> fields =
        [
            .. entry.Extra.Select(x => KeyValuePair.Create(x.Key, x.Value.Text)),
            .. Known(entry).Select(x => KeyValuePair.Create(x.Name, x.Value)),
            new("resolved", JsonText.Quote(LockTime.Write(entry.Resolved))),
        ];
        return new RawJson($"{{ {string.Join(", ", fields.Select(x => $"{JsonText.Quote(x.Key)}: {x.Value}"))} }}");
    }

    static IEnumerable<(string Name, string Value)> Known(LockEntry entry) => entry switch
    {
        LockedImage image => Image(image),
        LockedGit git => [("commit", JsonText.Quote(git.Commit))],
        LockedUrl url => [("checksum", JsonText.Quote(url.Checksum.ToString()))],
        LockedAction action => [("commit", JsonText.Quote(action.Commit))],
        LockedTool tool =>
            [("checksum", JsonText.Quote(tool.Checksum.ToString())), ("version", JsonText.Quote(tool.Version))],
        _ => [], // The set of entries is closed.
    };

    static IEnumerable<(string, string)> Image(LockedImage image)
    {
        yield return ("digest", JsonText.Quote(image.Digest.ToString()));
        yield return ("platforms", $"[{string.Join(", ", image.Platforms.Select(x => JsonText.Quote(x.ToString())))}]");
        if (image.Via is not null)
            yield return ("via", JsonText.Quote(image.Via));
    }
}
