using Kiln.Locking.Format.Json;
using Kiln.Primitives;

namespace Kiln.Locking.Format;

/// <summary>
/// The members of one object, by name. What is missing or wrong is noted, and null is the answer; what nobody asked for
/// is the rest.
/// </summary>
sealed class FieldReader
{
    readonly JsonPart.Object _part;
    readonly string _place;
    readonly LockProblems _problems;
    readonly Dictionary<string, JsonMember> _members = [];
    readonly HashSet<string> _asked = [];

    public FieldReader(JsonPart.Object part, string place, LockProblems problems)
    {
        (_part, _place, _problems) = (part, place, problems);
        foreach (var member in part.Members)
            if (!_members.TryAdd(member.Name, member))
                Complain(member.Line, $"\"{member.Name}\" stands here and on line {_members[member.Name].Line}");
    }

    /// <summary>What is left when all known fields were asked for.</summary>
    public ValueMap<RawJson> Rest =>
    [
        .. _members.Values
            .Where(x => !_asked.Contains(x.Name))
            .Select(x => KeyValuePair.Create(x.Name, new RawJson(x.Value.Raw))),
    ];

    public void Complain(string problem) => Complain(_part.Line, problem);

    public JsonPart.Object? Object(string name) =>
        Find(name) is { } part ? Expect<JsonPart.Object>(part, name, "an object") : null;

    public string? Text(string name) => Require(name) is { } part ? Text(part, name) : null;

    public string? OptionalText(string name) => Find(name) is { } part ? Text(part, name) : null;

    /// <summary>A required text that means something; the message of a KilnException says why it does not.</summary>
    public T? Parsed<T>(string name, Func<string, T> parse) where T : class =>
        Require(name) is { } part ? Parsed(part, name, parse) : null;

    /// <summary>A required list of such texts.</summary>
    public IReadOnlyList<T>? ParsedList<T>(string name, Func<string, T> parse) where T : class
    {
        if (Require(name) is not { } part || Expect<JsonPart.List>(part, name, "a list") is not { } list)
            return null;
        if (list.Items.Count == 0)
            Complain(list.Line, $"\"{name}\" is empty");
        return [.. list.Items.Select(x => Parsed(x, $"{name}[]", parse)).OfType<T>()];
    }

    JsonPart? Find(string name)
    {
        _asked.Add(name);
        return _members.GetValueOrDefault(name)?.Value;
    }

    JsonPart? Require(string name)
    {
        var part = Find(name);
        if (part is null)
            Complain(_part.Line, $"\"{name}\" is missing");
        return part;
    }

    string? Text(JsonPart part, string name) => Expect<JsonPart.Text>(part, name, "a text")?.Value;

    T? Parsed<T>(JsonPart part, string name, Func<string, T> parse) where T : class
    {
        if (Text(part, name) is not { } text)
            return null;
        try
        {
            return parse(text);
        }
        catch (KilnException error)
        {
            Complain(part.Line, error.Message.TrimEnd('.')); // Noted with its line, among all the others.
            return null;
        }
    }

    T? Expect<T>(JsonPart part, string name, string kind) where T : JsonPart
    {
        if (part is T wanted)
            return wanted;
        Complain(part.Line, $"\"{name}\" must be {kind}, and is {part.Kind}");
        return null;
    }

    void Complain(int line, string problem) =>
        _problems.Add(line, _place.Length == 0 ? problem : $"{_place}: {problem}");
}
