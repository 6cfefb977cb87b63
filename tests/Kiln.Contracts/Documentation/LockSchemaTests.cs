using System.Text.Json.Nodes;
using Kiln.Locking;

namespace Kiln.Contracts.Documentation;

/// <summary>What docs/lock.schema.json says, against what Kiln writes and what it refuses to read.</summary>
public class LockSchemaTests
{
    private static readonly JsonNode Schema =
        JsonNode.Parse(File.ReadAllText(Repository.PathTo("docs", "lock.schema.json")))!;

    private static readonly KilnLock Sample = Samples();

    public static TheoryData<string> Sections => ["actions", "gits", "images", "tools", "urls"];

    [Fact]
    public void It_describes_the_sections_that_there_are() =>
        Assert.Equal(Written().Select(x => x.Key), Properties(Schema));

    [Theory]
    [MemberData(nameof(Sections))]
    public void It_describes_every_field_of_an_entry(string section)
    {
        var entry = Written()[section]!.AsObject().Single().Value!.AsObject();

        Assert.Equal(entry.Select(x => x.Key), Properties(EntryOf(section)));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void It_requires_the_fields_that_Kiln_requires(string section)
    {
        var required = Properties(EntryOf(section)).Where(field => !IsReadWithout(section, field));

        Assert.Equal(required, EntryOf(section)["required"]!.AsArray().Select(x => (string)x!));
    }

    private static bool IsReadWithout(string section, string field)
    {
        var content = Written();
        content[section]!.AsObject().Single().Value!.AsObject().Remove(field);
        return Record.Exception(() => LockText.Read(content.ToJsonString(), "kiln.lock")) is null;
    }

    private static JsonObject Written() => JsonNode.Parse(LockText.Write(Sample))!.AsObject();

    private static JsonNode EntryOf(string section) => Schema["properties"]![section]!["additionalProperties"]!;

    private static IEnumerable<string> Properties(JsonNode schema) =>
        schema["properties"]!.AsObject().Select(x => x.Key).Order(StringComparer.Ordinal);

    private static KilnLock Samples()
    {
        var (digest, commit, time) = (Digest.OfBytes([]), new string('c', 40), DateTimeOffset.UnixEpoch);
        var image = new LockedImage(digest, [Platform.LinuxAmd64], time) { Via = "example.com" };
        return new KilnLock
        {
            Actions = [new("a/b@v1", new LockedAction(commit, time))],
            Gits = [new("https://example.com/a.git", new LockedGit(commit, time))],
            Images = [new("docker.io/library/a:1", image)],
            Tools = [new("tool", new LockedTool("1", digest, time))],
            Urls = [new("https://example.com/a", new LockedUrl(digest, time))],
        };
    }
}
