namespace Kiln.Dockerfiles;

/// <summary>What Go's <c>filepath.Match</c> takes for a pattern; Docker refuses the rest.</summary>
static class GlobSyntax
{
    /// <summary>Says what is wrong, or null when nothing is.</summary>
    public static string? FindFault(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            i = pattern[i] switch
            {
                '\\' => i + 1,
                '[' => EndOfClass(pattern, i + 1),
                _ => i,
            };

            if (i == pattern.Length)
                return @"it ends in a '\'";
            if (i < 0)
                return "a '[' is not closed, or what is in the brackets is no list of characters and ranges";
        }

        return null;
    }

    // class = '[' [ '^' ] range { range } ']'; range = char [ '-' char ]; char = any but \ - ] or \ any
    static int EndOfClass(string pattern, int at)
    {
        if (at < pattern.Length && pattern[at] == '^')
            at++;

        for (var ranges = 0; ; ranges++)
        {
            if (ranges > 0 && at < pattern.Length && pattern[at] == ']')
                return at;
            at = EndOfCharacter(pattern, at);
            if (at >= 0 && at < pattern.Length && pattern[at] == '-')
                at = EndOfCharacter(pattern, at + 1);
            if (at < 0)
                return -1;
        }
    }

    static int EndOfCharacter(string pattern, int at)
    {
        if (at >= pattern.Length || pattern[at] is '-' or ']')
            return -1;
        if (pattern[at] == '\\')
            at++;
        return at < pattern.Length ? at + 1 : -1;
    }
}
