using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Cuts a text into nodes, line by line; every line falls into exactly one.</summary>
sealed class DockerfileParser(SourceText source)
{
    readonly List<DockerfileNode> _nodes = [];
    readonly SyntaxDiagnostics _diagnostics = new();

    public char Escape { get; private set; } = '\\';

    public IReadOnlyList<DockerfileNode> Nodes => _nodes;

    public IReadOnlyList<Diagnostic> Parse()
    {
        var lines = new LineCursor(source.Text);
        var zone = new DirectiveZone(source, _diagnostics);
        InstructionReader? instructions = null;
        while (lines.TryRead(out var line))
        {
            if (zone.TryRead(line) is { } directive)
                Take(directive);
            else if (line.IsBlank(source.Text))
                _nodes.Add(new BlankLine(source, SourceSpan.FromBounds(line.Start, line.End)));
            else if (line.IsComment(source.Text))
                _nodes.Add(new CommentLine(source, SourceSpan.FromBounds(line.Start, line.End)));
            else
                _nodes.Add((instructions ??= new InstructionReader(source, lines, Escape, _diagnostics)).Read(line));
        }

        FileRules.Check(source, [.. _nodes.OfType<Instruction>()], _diagnostics);
        return _diagnostics.Sorted();
    }

    void Take(ParserDirective directive)
    {
        _nodes.Add(directive);
        if (directive.Name != "escape")
            return;

        if (directive.Value is "\\" or "`")
            Escape = directive.Value[0];
        else
            _diagnostics.Error(
                directive.ValueSpan,
                $@"The escape {SyntaxDiagnostics.Quote(directive.Value)} is not possible; it can be '\' or '`'.");
    }
}
