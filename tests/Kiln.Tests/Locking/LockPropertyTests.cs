using System.Text.Json;
using CsCheck;
using Kiln.Locking;
using Kiln.Locking.Format.Json;
using Kiln.Primitives;

namespace Kiln.Tests.Locking;

public class LockPropertyTests
{
    static readonly Gen<Digest> Digests = Gen.Byte.Array[1, 9].Select(x => Digest.OfBytes(x));

    static readonly Gen<string> Names = Gen.OneOf(Gen.String, Gen.String.AlphaNumeric);

    static readonly Gen<string> Commits = Digests.Select(x => x.Hex[..40]);

    static readonly Gen<DateTimeOffset> Times = Gen.DateTime[new DateTime(1970, 1, 1), new DateTime(2100, 1, 1)]
        .Select(x => new DateTimeOffset(DateTime.SpecifyKind(x, DateTimeKind.Utc)));

    static readonly Gen<RawJson> Json = Gen.Recursive<string>((depth, inner) => depth > 3
            ? Gen.Const("null")
            : Gen.OneOf(
                Gen.Double[-1e9, 1e9].Select(x => JsonSerializer.Serialize(x)),
                Names.Select(x => JsonSerializer.Serialize(x)),
                inner.Array[0, 3].Select(x => $"[ {string.Join(" ,", x)}]"),
                Gen.Select(Names, inner).Array[0, 3].Select(x =>
                    $"{{{string.Join(",\n", x.Select(y => $"{JsonSerializer.Serialize(y.Item1)} :{y.Item2}"))}}}")))
        .Select(RawJson.Parse);

    static readonly Gen<ValueMap<RawJson>> Extras =
        MapOf(Names.Select(x => $"x-{x}"), Json);

    static readonly Gen<LockedImage> Images =
        from digest in Digests
        from platforms in Gen.OneOf(Platform.Known.Select(x => Gen.Const(x)).ToArray()).Array[1, 4]
        from time in Times
        from via in Gen.Null(Names)
        from extra in Extras
        select new LockedImage(digest, [.. platforms], time) { Via = via, Extra = extra };

    static readonly Gen<string> References =
        from name in Gen.Char['a', 'z'].Array[1, 5]
        from tag in Gen.Char['0', '9'].Array[1, 3]
        select $"docker.io/library/{new string(name)}:{new string(tag)}";

    static readonly Gen<KilnLock> Locks =
        from images in MapOf(References, Images)
        from gits in MapOf(Names, Entry(Commits, (x, time, extra) => new LockedGit(x, time) { Extra = extra }))
        from urls in MapOf(Names, Entry(Digests, (x, time, extra) => new LockedUrl(x, time) { Extra = extra }))
        from actions in MapOf(Names, Entry(Commits, (x, time, extra) => new LockedAction(x, time) { Extra = extra }))
        from tools in MapOf(Names, Entry(Digests, (x, time, extra) => new LockedTool("1", x, time) { Extra = extra }))
        from others in MapOf(Names.Select(x => $"other-{x}"), Extras)
        from extra in Extras
        select new KilnLock
        {
            Images = images,
            Gits = gits,
            Urls = urls,
            Actions = actions,
            Tools = tools,
            OtherSections = others,
            Extra = extra.Where(x => !x.Value.Text.StartsWith('{')).ToValueMap(),
        };

    static Gen<ValueMap<T>> MapOf<T>(Gen<string> keys, Gen<T> values) =>
        Gen.Select(keys, values, KeyValuePair.Create).Array[0, 3].Select(x => x.ToValueMap());

    static Gen<TEntry> Entry<T, TEntry>(Gen<T> values, Func<T, DateTimeOffset, ValueMap<RawJson>, TEntry> create) =>
        Gen.Select(values, Times, Extras, create);

    [Fact]
    public void Reading_what_was_written_and_writing_it_again_changes_nothing() =>
        Locks.Sample(content =>
        {
            var text = LockText.Write(content);

            var read = LockText.Read(text, "kiln.lock");

            Assert.Equal(content, read);
            Assert.Equal(text, LockText.Write(read));
        });

    [Fact]
    public void Whatever_is_written_is_json_to_others_and_has_one_entry_a_line() =>
        Locks.Sample(content =>
        {
            var text = LockText.Write(content);

            using var document = JsonDocument.Parse(text);
            var entries = content.Entries.Count() + content.OtherSections.Values.Sum(x => x.Count);
            Assert.Equal(entries, text.Split('\n').Count(x => x.StartsWith("    ")));
        });

    [Fact]
    public void No_text_makes_it_throw_anything_but_its_own_errors() =>
        Gen.Select(Locks.Select(LockText.Write), Mutations).Sample((text, mutation) =>
        {
            var error = Record.Exception(() => LockText.Read(Mutate(text, mutation), "kiln.lock"));

            Assert.True(error is null or KilnException { IsUsage: true }, error?.ToString());
        });

    [Fact]
    public void It_takes_for_json_what_System_Text_Json_does() =>
        Gen.Select(Locks.Select(LockText.Write), Mutations).Sample((text, mutation) =>
        {
            var mutated = Mutate(text, mutation);

            var isJson = Record.Exception(() => JsonDocument.Parse(mutated).Dispose()) is null;
            var isRead = Record.Exception(() => JsonParser.Parse(mutated)) is null;

            Assert.True(isJson == isRead, $"json: {isJson}, read: {isRead}\n{mutated}");
        });

    static readonly Gen<(int At, int Length, string Text)[]> Mutations = Gen.Select(
        Gen.Int[0, 100_000],
        Gen.Int[0, 40],
        Gen.OneOf(
            AnyOf("", "\"", "{", "}", "[", "]", ",", ":"),
            AnyOf("\n", "\\", "\\u12", "\\ud800", "0", "-", "1e", "true", "nul"),
            AnyOf("\n<<<<<<< a\n", "\n=======\n", "\n>>>>>>> b\n", "\"version\": 2", "\"digest\": 1", "\u0000", "é"),
            Gen.String)).Array[1, 4];

    static Gen<string> AnyOf(params string[] texts) => Gen.OneOf(texts.Select(x => Gen.Const(x)).ToArray());

    static string Mutate(string text, (int At, int Length, string Text)[] mutations) =>
        mutations.Aggregate(text, (current, x) =>
        {
            var at = x.At % (current.Length + 1);
            return current.Remove(at, Math.Min(x.Length, current.Length - at)).Insert(at, x.Text);
        });
}
