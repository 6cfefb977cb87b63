using System.Text;
using Kiln.Primitives;

namespace Kiln.Linting.Reports;

/// <summary>A name for a finding that stays when lines above it come and go: file, rule, and the text that is underlined.</summary>
static class LintFingerprint
{
    internal static string Of(SourceText source, LintFinding finding) => Digest.OfBytes(Encoding.UTF8.GetBytes(
        string.Join('\0', source.Path, finding.Rule, source.TextAt(finding.Span), finding.Message))).Hex;
}
