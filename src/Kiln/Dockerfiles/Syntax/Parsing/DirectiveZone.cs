using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>
/// The top of a file, where a comment can be a directive. BuildKit looks twice: its parser wants <c>escape</c> and
/// allows white space before the <c>#</c>; the search for <c>syntax</c> and <c>check</c> allows none, but a first line
/// with <c>#!</c>.
/// </summary>
sealed class DirectiveZone(SourceText source, SyntaxDiagnostics diagnostics)
{
    static readonly string[] Names = ["syntax", "escape", "check"];

    readonly HashSet<string> _seen = [];
    bool _isOpenForEscape = true;
    bool _isOpenForOthers = true;

    /// <summary>Reads a line as a directive; null when it is none, after which there may be no more.</summary>
    public ParserDirective? TryRead(PhysicalLine line)
    {
        if (!_isOpenForEscape && !_isOpenForOthers)
            return null;

        var content = line.ContentIn(source.Text);
        if (line.Start == 0 && content.StartsWith("#!"))
        {
            _isOpenForEscape = false;
            return null;
        }

        _isOpenForOthers &= content.StartsWith('#');
        if (DirectiveSyntax.TryMatch(content, out var name, out var value) && Names.Contains(name))
            return Accept(line, name, value);

        (_isOpenForEscape, _isOpenForOthers) = (false, false);
        return null;
    }

    ParserDirective? Accept(PhysicalLine line, string name, Range value)
    {
        if (!(name == "escape" ? _isOpenForEscape : _isOpenForOthers))
            return null;

        var span = SourceSpan.FromBounds(line.Start, line.End);
        var (start, length) = value.GetOffsetAndLength(line.ContentEnd - line.ContentStart);
        var valueSpan = new SourceSpan(line.ContentStart + start, length);
        if (_seen.Add(name))
            return new ParserDirective(source, span, name, valueSpan);

        diagnostics.Error(valueSpan, $"The directive '{name}' stands here a second time; only the first may stand.");
        return null;
    }
}
