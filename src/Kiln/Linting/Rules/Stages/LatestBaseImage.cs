using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>The tag <c>latest</c> says when an image was built, not which one it is.</summary>
sealed class LatestBaseImage() : LintRule(
    "KLN1002", Severity.Warning, "Name a version instead of latest.", "DL3007", "DS-0001")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from image in StageBase.Of(subject)
        where image is { IsImage: true, HasDigest: false, Tag: "latest" }
        select Found(
            image.Word.Span,
            $"{image.Shown} is another image after each release, and a build does not tell which one it took.",
            image.Shown.EndsWith(',')
                ? "Write a version instead of 'latest' into the default of the ARG."
                : $"Write a version instead of 'latest', or keep the tag and add the digest: {image.Word.Text}@sha256:<digest>.");
}
