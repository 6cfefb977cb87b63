using Kiln.Primitives;
using Kiln.Reporting;

namespace Kiln.Linting.Rules.Size;

/// <summary>Everything beside the Dockerfile is sent and copied: history, packages, results of other builds, and settings.</summary>
sealed class ContextWithoutIgnoreFile() : LintRule(
    "KLN9008", Severity.Warning, "Keep what the image does not need out of the context.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Context is not { } context || WholeCopies.In(subject).FirstOrDefault() is not { } copied)
            yield break;

        var needless = NeedlessFiles.In(context);
        if (context.HasIgnoreFile && needless.Count == 0)
            yield break;

        var total = context.Sent.Sum(x => x.Size);
        var what = context.HasIgnoreFile
            ? $".dockerignore lets {string.Join(", ", needless.Select(NeedlessFiles.Text))} through"
            : $"there is no .dockerignore, so {context.Sent.Count} files ({HumanUnits.Size(total)}) are sent and copied"
              + (needless.Count > 0 ? $", among them {string.Join(", ", needless.Select(NeedlessFiles.Text))}" : "");
        yield return Found(
            copied.Span,
            $"All of the context is copied, and {what}.",
            $"Write into .dockerignore: {string.Join("  ", needless.Count > 0 ? needless.Select(x => x.Pattern) : [".git", "**/*.log"])}");
    }
}
