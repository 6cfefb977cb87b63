using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>Collects what keeps an input from being known, each thing once.</summary>
sealed class InputProblems
{
    readonly List<Diagnostic> _found = [];

    internal ValueList<Diagnostic> Found => _found.Distinct().OrderBy(x => x.Span.Start).ToValueList();

    internal void Add(SourceSpan span, string message) => _found.Add(new Diagnostic(Severity.Error, message, span));
}
