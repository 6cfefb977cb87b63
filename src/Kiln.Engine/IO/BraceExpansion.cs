namespace Nuke.Common.IO;

/// <summary>Writes out the alternatives of a pattern: <c>*.{cs,fs}</c> is <c>*.cs</c> and <c>*.fs</c>.</summary>
internal static class BraceExpansion
{
    internal static IEnumerable<string> Of(string pattern)
    {
        var open = pattern.LastIndexOf('{');
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        if (close < 0)
            return [pattern];
        var alternatives = pattern[(open + 1)..close].Split(',');
        return alternatives.SelectMany(x => Of(pattern[..open] + x + pattern[(close + 1)..]));
    }
}
