namespace Kiln.Locking.Format;

/// <summary>
/// Markers that git leaves where two branches changed the same lines. No line of a lock begins like one, so that they
/// are certain; a marker whose partners were deleted is one as well.
/// </summary>
sealed record MergeConflict(int FirstLine, int LastLine, string Ours, string Theirs)
{
    const string Nameless = "a side without a name";

    public static IReadOnlyList<MergeConflict> AllIn(string text)
    {
        var conflicts = new List<MergeConflict>();
        MergeConflict? open = null;
        foreach (var (line, number) in text.Split('\n').Select((x, i) => (x.TrimEnd('\r'), i + 1)))
            switch (KindOf(line))
            {
                case '<':
                    Close();
                    open = new MergeConflict(number, number, LabelOf(line), Nameless);
                    break;
                case '=' or '|':
                    open = (open ?? new MergeConflict(number, number, Nameless, Nameless)) with { LastLine = number };
                    break;
                case '>':
                    open ??= new MergeConflict(number, number, Nameless, Nameless);
                    open = open with { LastLine = number, Theirs = LabelOf(line) };
                    Close();
                    break;
            }

        Close();
        return conflicts;

        void Close()
        {
            if (open is not null)
                conflicts.Add(open);
            open = null;
        }
    }

    public override string ToString() => FirstLine == LastLine
        ? $"line {FirstLine}: {Ours} against {Theirs}"
        : $"lines {FirstLine} to {LastLine}: {Ours} against {Theirs}";

    static char? KindOf(string line) =>
        line.Length >= 7 && line[0] is '<' or '=' or '|' or '>'
        && line.AsSpan(0, 7).IndexOfAnyExcept(line[0]) < 0
        && (line.Length == 7 || line[7] == ' ')
            ? line[0]
            : null;

    static string LabelOf(string line) => line.Length > 8 ? $"'{line[8..]}'" : Nameless;
}
