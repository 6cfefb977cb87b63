namespace Kiln.Locking.Format.Json;

/// <summary>
/// A JSON value that knows its line and how it was written. System.Text.Json keeps neither, and lets the last of two
/// equal keys win.
/// </summary>
abstract record JsonPart(int Line)
{
    /// <summary>The value on one line; numbers and texts digit for digit as they were.</summary>
    public abstract string Raw { get; }

    /// <summary>What it is called where something else was expected.</summary>
    public abstract string Kind { get; }

    public sealed record Object(int Line, IReadOnlyList<JsonMember> Members) : JsonPart(Line)
    {
        public override string Kind => "an object";

        public override string Raw => Members.Count == 0
            ? "{}"
            : $"{{ {string.Join(", ", Members.Select(x => $"{x.RawName}: {x.Value.Raw}"))} }}";
    }

    public sealed record List(int Line, IReadOnlyList<JsonPart> Items) : JsonPart(Line)
    {
        public override string Kind => "a list";

        public override string Raw => $"[{string.Join(", ", Items.Select(x => x.Raw))}]";
    }

    public sealed record Text(int Line, string Value, string RawText) : JsonPart(Line)
    {
        public override string Kind => "a text";

        public override string Raw => RawText;
    }

    /// <summary>A number, true, false or null.</summary>
    public sealed record Plain(int Line, string RawText) : JsonPart(Line)
    {
        public override string Kind => RawText;

        public override string Raw => RawText;
    }
}

sealed record JsonMember(int Line, string Name, string RawName, JsonPart Value);
