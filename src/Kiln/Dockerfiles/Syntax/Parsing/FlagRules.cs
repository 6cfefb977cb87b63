using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Checks the flags of an instruction against those that it can have.</summary>
static class FlagRules
{
    public static void Check(InstructionParts parts, SyntaxDiagnostics diagnostics)
    {
        var known = KnownFlags.Of(parts.Keyword);
        var seen = new HashSet<string>();
        foreach (var flag in parts.Flags)
        {
            if (known.FirstOrDefault(x => x.Name == flag.Name) is { } kind)
                CheckValue(flag, kind, seen.Add(flag.Name), diagnostics);
            else
                diagnostics.Error(flag.Span, Unknown(parts.Keyword, flag, [.. known.Select(x => $"--{x.Name}")]));
        }
    }

    static string Unknown(string keyword, Flag flag, string[] known)
    {
        var name = $"--{flag.Name}";
        var sentence = $"{keyword} has no flag {SyntaxDiagnostics.Quote(name)}";
        return known.Length == 0
            ? $"{sentence}, nor any other. Write '--' before arguments that begin with two dashes."
            : $"{sentence}.{NearestName.Question(name, known)} It can have: {SyntaxDiagnostics.List(known)}.";
    }

    static void CheckValue(Flag flag, KnownFlag kind, bool isFirst, SyntaxDiagnostics diagnostics)
    {
        if (!isFirst && !kind.IsRepeatable)
            diagnostics.Error(flag.Span, $"The flag '--{flag.Name}' stands here a second time; it may stand once.");
        else if (kind.IsSwitch ? flag.Value == "" : flag.Value is null)
            diagnostics.Error(flag.Span, $"The flag '--{flag.Name}' needs a value: --{flag.Name}=….");
        else if (kind.IsSwitch && flag.Value?.ToLowerInvariant() is not (null or "true" or "false"))
            diagnostics.Error(
                flag.ValueSpan,
                $"The flag '--{flag.Name}' can be true or false, not {SyntaxDiagnostics.Quote(flag.Value!)}.");
    }
}
