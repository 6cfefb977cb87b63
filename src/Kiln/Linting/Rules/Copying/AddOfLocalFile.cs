using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Copying;

/// <summary>ADD decides by what it finds: it unpacks, it downloads. COPY does what it says.</summary>
sealed class AddOfLocalFile() : LintRule("KLN4001", Severity.Warning, "Take local files with COPY.", "DL3020", "DS-0005")
{
    static readonly string[] FlagsOfBoth = ["chown", "chmod", "link", "exclude"];

    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from add in subject.Of<AddInstruction>()
        where add.Unpack is null
        let plain = add.Sources.Where(x => IsPlain(x.Unquoted())).ToArray()
        where plain.Length > 0
        let areAll = plain.Length == add.Sources.Count
        select Found(
            add.KeywordSpan,
            $"{Lists.And([.. plain.Select(x => x.Unquoted())])} {(plain.Length == 1 ? "needs" : "need")} "
            + "neither to be downloaded nor to be unpacked, which is all that ADD does beyond COPY.",
            areAll ? "Write COPY instead of ADD." : $"Take {plain[0].Unquoted()} with a COPY of its own.",
            areAll && IsSafe(add)
                ? LintFix.Replace(add.KeywordSpan, Copy(subject.Dockerfile.Source.TextAt(add.KeywordSpan)))
                : null);

    static bool IsPlain(string path) =>
        RemoteSource.Of(path) is RemoteSource.Local && !path.Contains("://", StringComparison.Ordinal)
        && path is not ['$', ..] && !Paths.EndsInVariable(path) && !Paths.MayBeArchive(path);

    // What a wildcard at the end stands for may be an archive.
    static bool IsSafe(AddInstruction add) =>
        add.Flags.All(x => FlagsOfBoth.Contains(x.Name)) && !add.Sources.Any(x => x.Unquoted() is [.., '*' or '?' or ']']);

    static string Copy(string keyword) => keyword.All(char.IsLower) ? "copy" : "COPY";
}
