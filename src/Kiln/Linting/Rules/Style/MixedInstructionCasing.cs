using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Style;

/// <summary>The eye finds instructions by their shape, as long as they all have the same.</summary>
sealed class MixedInstructionCasing() : LintRule(
    "KLN8003", Severity.Information, "Write all instructions in one case.", "ConsistentInstructionCasing")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var isLower = IsLower(subject.Dockerfile);
        return
            from instruction in KnownOf(subject.Dockerfile)
            let written = subject.Dockerfile.Source.TextAt(instruction.KeywordSpan)
            let expected = isLower ? instruction.Keyword.ToLowerInvariant() : instruction.Keyword
            let style = isLower ? "lower case, as instructions of this file" : "upper case, as instructions of a Dockerfile"
            where written != expected && written.Length == expected.Length
            select Found(
                instruction.KeywordSpan,
                $"'{written}' is not in {style} usually are.",
                $"Write {expected}.",
                LintFix.Replace(instruction.KeywordSpan, expected));
    }

    /// <summary>Most of the file's instructions are in lower case.</summary>
    public static bool IsLower(Dockerfile dockerfile)
    {
        var written = KnownOf(dockerfile).Select(x => (x.Keyword, Text: dockerfile.Source.TextAt(x.KeywordSpan))).ToArray();
        return written.Count(x => x.Text == x.Keyword.ToLowerInvariant()) > written.Count(x => x.Text == x.Keyword);
    }

    static IEnumerable<Instruction> KnownOf(Dockerfile dockerfile) => dockerfile.Instructions
        .SelectMany(x => x is OnbuildInstruction { Inner: { } inner } ? [x, inner] : new[] { x })
        .Where(x => x is not UnknownInstruction);
}
