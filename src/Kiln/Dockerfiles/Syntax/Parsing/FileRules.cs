using System.Text;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>What BuildKit asks of a file as a whole.</summary>
static class FileRules
{
    const int LongestLine = 65_535; // in bytes; BuildKit reads with a bufio.Scanner and its standard buffer

    public static void Check(SourceText source, IReadOnlyList<Instruction> instructions, SyntaxDiagnostics diagnostics)
    {
        if (instructions.Count == 0)
            diagnostics.Error(new SourceSpan(0, 0), "The file has no instructions; a Dockerfile begins with FROM.");
        else if (!instructions.Any(x => x is FromInstruction))
            diagnostics.Error(instructions[0].KeywordSpan, "The file has no FROM, so there is no stage to build.");
        else
            CheckBeforeFrom(instructions, diagnostics);
        CheckLines(source, diagnostics);
    }

    static void CheckBeforeFrom(IReadOnlyList<Instruction> instructions, SyntaxDiagnostics diagnostics)
    {
        foreach (var early in instructions.TakeWhile(x => x is not FromInstruction).Where(x => x is not ArgInstruction))
            diagnostics.Error(
                early.KeywordSpan,
                $"{SyntaxDiagnostics.Quote(early.Keyword)} stands before the first FROM, where only ARG may stand.");
    }

    static void CheckLines(SourceText source, SyntaxDiagnostics diagnostics)
    {
        var lines = new LineCursor(source.Text);
        while (lines.TryRead(out var line))
        {
            // A character has at most three bytes, so short lines need no counting.
            var content = source.Text.AsSpan(line.Start, line.End - line.Start).TrimEnd('\n');
            if (content.Length > LongestLine / 3 && Encoding.UTF8.GetByteCount(content) > LongestLine)
                diagnostics.Error(
                    new SourceSpan(line.Start, 0),
                    $"The line is longer than the {LongestLine} bytes that BuildKit reads; break it.");
        }
    }
}
