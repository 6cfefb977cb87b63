namespace Kiln.Locking.Format.Json;

/// <summary>
/// Reads JSON (RFC 8259) and says of the first thing that is none where it is, what was expected and what was found.
/// </summary>
sealed partial class JsonParser
{
    const int DeepestLevel = 64;
    const string KeyOrEnd = "a key in double quotes or '}'";

    readonly string _text;
    int _position;
    int _line = 1;
    int _lineStart;
    int _level;

    JsonParser(string text) => _text = text;

    public static JsonPart Parse(string text)
    {
        var parser = new JsonParser(text);
        var part = parser.ReadValue("a value");
        return parser.AtEnd(part);
    }

    public static JsonPart.Object ParseObject(string text)
    {
        var parser = new JsonParser(text);
        if (parser.Next() != '{')
            throw parser.Unexpected("'{'");
        var part = (JsonPart.Object)parser.ReadValue("'{'");
        return parser.AtEnd(part);
    }

    T AtEnd<T>(T part) => Next() is null ? part : throw Unexpected("the end of the file");

    JsonPart ReadValue(string expected) => Next() switch
    {
        '{' => ReadObject(),
        '[' => ReadList(),
        '"' => ReadText(),
        '-' or (>= '0' and <= '9') => ReadNumber(),
        't' => ReadWord("true"),
        'f' => ReadWord("false"),
        'n' => ReadWord("null"),
        _ => throw Unexpected(expected),
    };

    JsonPart.Object ReadObject()
    {
        var line = _line;
        var members = new List<JsonMember>();
        Enter();
        if (Next() != '}')
            do
                members.Add(ReadMember(members.Count == 0 ? KeyOrEnd : "a key in double quotes"));
            while (Skip(','));
        Leave('}', members.Count == 0 ? KeyOrEnd : "',' or '}'");
        return new JsonPart.Object(line, members);
    }

    JsonMember ReadMember(string expected)
    {
        if (Next() != '"')
            throw Unexpected(expected);
        var name = ReadText();
        if (!Skip(':'))
            throw Unexpected("':'");
        return new JsonMember(name.Line, name.Value, name.RawText, ReadValue("a value"));
    }

    JsonPart.List ReadList()
    {
        var line = _line;
        var items = new List<JsonPart>();
        Enter();
        if (Next() != ']')
            do
                items.Add(ReadValue(items.Count == 0 ? "a value or ']'" : "a value"));
            while (Skip(','));
        Leave(']', "',' or ']'");
        return new JsonPart.List(line, items);
    }

    // Whoever nests deeper than this wants to overflow a stack.
    void Enter()
    {
        if (_level++ == DeepestLevel)
            throw Unexpected($"at most {DeepestLevel} brackets in each other");
        _position++;
    }

    void Leave(char bracket, string expected)
    {
        if (!Skip(bracket))
            throw Unexpected(expected);
        _level--;
    }
}
