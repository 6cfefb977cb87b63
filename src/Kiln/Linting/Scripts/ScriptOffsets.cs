using Kiln.Dockerfiles.Syntax;
using Kiln.Linting.Shell;

namespace Kiln.Linting.Scripts;

/// <summary>
/// Which characters of a Dockerfile a shell gets to read: the joined lines of a RUN and its heredocs below, or the one heredoc that is all it has
/// (dispatchRun in frontend/dockerfile/dockerfile2llb/convert.go).
/// </summary>
static class ScriptOffsets
{
    public static IEnumerable<int> Of(string dockerfile, RunInstruction run) => run.Heredocs switch
    {
        [] => Joined(run),
        [var heredoc] when ShellScript.IsAlone(run, heredoc) => ContentOf(dockerfile, heredoc),
        // From the line end above the first document to the last word that ends one.
        var heredocs => Joined(run).Concat(Unix(dockerfile, heredocs[0].ContentSpan.Start - 1, EndOfLine(dockerfile, heredocs[^1].ContentSpan.End))),
    };

    static IEnumerable<int> Joined(RunInstruction run) => Enumerable.Range(0, run.Arguments.Text.Length).Select(run.Arguments.SourceOf);

    static IEnumerable<int> ContentOf(string dockerfile, Heredoc heredoc)
    {
        var isIndent = true;
        foreach (var offset in Unix(dockerfile, heredoc.ContentSpan.Start, heredoc.ContentSpan.End))
        {
            isIndent &= dockerfile[offset] == '\t';
            if (!(heredoc.StripsTabs && isIndent))
                yield return offset;
            isIndent = dockerfile[offset] == '\n' || isIndent;
        }
    }

    static IEnumerable<int> Unix(string dockerfile, int start, int end) => Enumerable.Range(start, end - start)
        .Where(x => dockerfile[x] != '\r' || x + 1 == dockerfile.Length || dockerfile[x + 1] != '\n');

    static int EndOfLine(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
}
