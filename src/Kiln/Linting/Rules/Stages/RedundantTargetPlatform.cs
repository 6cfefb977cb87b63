using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>A flag that says what holds anyway makes readers look for a reason.</summary>
sealed class RedundantTargetPlatform() : LintRule(
    "KLN1008", Severity.Information, "Leave the target platform out, it is the default.", "DL3065", "RedundantTargetPlatform")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        var scope = new FromScope(subject);
        return
            from stage in subject.Stages.Stages
            let flag = stage.From.Platform
            let platform = flag?.Value
            where platform is not null
            let expanded = scope.Expand(platform)
            // An ARG may give the name another default, and then the flag says something.
            where expanded is { Text: FromScope.Unknown, Unset.Count: 0 } && expanded.Used is ["TARGETPLATFORM"]
            select Found(
                flag.Span,
                $"A stage is built for '{platform}' without being told so.",
                "Leave the flag out.",
                FixOf(stage.From, flag));
    }

    static LintFix? FixOf(FromInstruction from, Flag flag) =>
        from is { Image: { } image, InnerComments.Count: 0, Flags.Count: 1 }
            ? LintFix.Replace(SourceSpan.FromBounds(flag.Span.Start, image.Span.Start), "")
            : null;
}
