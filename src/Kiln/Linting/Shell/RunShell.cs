using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting.Shell;

/// <summary>The shell that reads a RUN, as far as the Dockerfile tells.</summary>
static class RunShell
{
    /// <summary>
    /// Program and arguments: the last SHELL above, or the last comment that names a shell, in the stage or in those that it is built on; then such a comment
    /// above the first FROM. Null where nothing is written.
    /// </summary>
    public static IReadOnlyList<string>? Of(LintSubject subject, LintRun run) =>
        subject.LineageOf(run.Section)
            .Select(x => Last(NamedIn(subject, x).Where(y => x != run.Section || y.At < run.Run.Span.Start)))
            .Append(Last(InComments(subject, 0, subject.Stages.Stages.FirstOrDefault()?.From.Span.Start ?? 0)))
            .FirstOrDefault(x => x is not null);

    /// <summary>The name of the image that the stage starts from in the end; empty where there is none.</summary>
    public static string BaseOf(LintSubject subject, LintRun run) => subject.LineageOf(run.Section).Last().Stage?.From.Image?.Text ?? "";

    /// <summary>Where nothing names a shell, an image of Windows has none that POSIX knows.</summary>
    public static bool IsOfWindows(LintSubject subject, string image) =>
        subject.Dockerfile.Escape == '`'
        || image.Contains("windows", StringComparison.OrdinalIgnoreCase)
        || image.Contains("nanoserver", StringComparison.OrdinalIgnoreCase);

    static IReadOnlyList<string>? Last(IEnumerable<(int At, string[] Words)> named) => named.OrderBy(x => x.At).LastOrDefault().Words;

    static IEnumerable<(int At, string[] Words)> NamedIn(LintSubject subject, LintSection section)
    {
        var start = section.Stage?.From.Span.Start ?? 0;
        var end = section.Instructions.Count > 0 ? section.Instructions[^1].Span.End : start;
        return section.Of<ShellInstruction>().Where(x => x.JsonItems is { Count: > 0 })
            .Select(x => (x.Span.Start, x.JsonItems!.Select(y => y.Text).ToArray()))
            .Concat(InComments(subject, start, end));
    }

    static IEnumerable<(int At, string[] Words)> InComments(LintSubject subject, int start, int end) =>
        from comment in subject.Dockerfile.Nodes.OfType<CommentLine>()
        where comment.Span.Start >= start && comment.Span.Start < end
        let shell = ShellComment.Parse(comment.Comment)
        where shell is not null
        select (comment.Span.Start, new[] { shell });
}
