using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>A build that starts from the image would have to begin anew in the middle, which none can.</summary>
sealed class ForbiddenTrigger() : LintRule(
    "KLN1011", Severity.Error, "Keep FROM, MAINTAINER and ONBUILD out of ONBUILD.", "DL3043")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from trigger in subject.Dockerfile.Instructions.OfType<OnbuildInstruction>()
        let inner = trigger.Inner
        where inner is FromInstruction or MaintainerInstruction or OnbuildInstruction
        select Found(
            inner.KeywordSpan,
            $"{inner.Keyword} cannot follow ONBUILD, so the image cannot be built.",
            inner switch
            {
                FromInstruction => "Leave the line out; whoever builds on the image has a FROM already.",
                MaintainerInstruction => "Write ONBUILD LABEL org.opencontainers.image.authors=\"…\" instead.",
                _ => "Write ONBUILD once; what it keeps runs in the next build only, not in the one after it.",
            });
}
