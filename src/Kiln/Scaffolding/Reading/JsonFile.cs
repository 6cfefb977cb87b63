using System.Text.Json;
using Kiln.Scaffolding.Recognition;

namespace Kiln.Scaffolding.Reading;

/// <summary>A file of JSON whose fields may be missing, but not of another kind than their readers expect.</summary>
sealed class JsonFile
{
    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    readonly string _path;
    readonly string _text;
    readonly JsonElement _root;

    JsonFile(string path, string text, JsonElement root) => (_path, _text, _root) = (path, text, root);

    /// <summary>Refuses what is no JSON, or no object: KILN1071.</summary>
    public static JsonFile Read(FolderTree tree, string path)
    {
        var text = tree.Read(path);
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object ? new JsonFile(path, text, root)
                : throw ScaffoldMessages.Unreadable(path, 1, $"an object in braces was expected, and it is {NameOf(root.ValueKind)}.");
        }
        catch (JsonException exception)
        {
            // The message ends with the position as System.Text.Json counts it, from zero.
            var reason = exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw ScaffoldMessages.Unreadable(path, exception.LineNumber + 1, $"JSON was expected. {reason}");
        }
    }

    /// <summary>A text below these names; null where there is none.</summary>
    public string? Text(params string[] names) => Find(names) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? found.GetString()
        : throw Unexpected(names, found, "a text in quotes");

    /// <summary>Texts by name; empty where there is no such object.</summary>
    public IReadOnlyDictionary<string, string> Texts(params string[] names) => Find(names) is not { } found ? new Dictionary<string, string>()
        : found.ValueKind == JsonValueKind.Object
            ? found.EnumerateObject().Where(x => x.Value.ValueKind == JsonValueKind.String).DistinctBy(x => x.Name)
                .ToDictionary(x => x.Name, x => x.Value.GetString()!)
            : throw Unexpected(names, found, "an object in braces");

    /// <summary>A list of texts; empty where there is none, or something else.</summary>
    public IReadOnlyList<string> List(params string[] names) => Find(names) is { ValueKind: JsonValueKind.Array } found
        ? [.. found.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!)]
        : [];

    /// <summary>Whether there is anything of that name.</summary>
    public bool Has(params string[] names) => Find(names) is not null;

    /// <summary>The element of that name; null where there is none.</summary>
    public JsonElement? Find(params string[] names)
    {
        var at = _root;
        foreach (var name in names)
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return null;
        return at.ValueKind == JsonValueKind.Null ? null : at;
    }

    KilnException Unexpected(string[] names, JsonElement found, string expected)
    {
        var at = _text.IndexOf($"\"{names[^1]}\"", StringComparison.Ordinal);
        var line = at < 0 ? (long?)null : _text[..at].Count(x => x == '\n') + 1;
        return ScaffoldMessages.Unreadable(_path, line, $"'{string.Join('.', names)}' is {NameOf(found.ValueKind)}, and {expected} was expected.");
    }

    static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true, false or null",
    };
}
