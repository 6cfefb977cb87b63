namespace Kiln.Engine.Targets;

/// <summary>The source text of a condition, as the summary shows it: one line, without the lambda's arrow.</summary>
static class ConditionText
{
    public static string Of(string? lambda)
    {
        var words = (lambda ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        foreach (var sign in "()=>")
            text = text.TrimStart(sign).Trim();

        return text;
    }
}
