using Kiln.Primitives;

namespace Kiln.Linting.Rules.Stages;

/// <summary>Without a tag, a base image is another one whenever its publisher releases something.</summary>
sealed class UntaggedBaseImage() : LintRule(
    "KLN1001", Severity.Warning, "Say which version of a base image is meant.", "DL3006", "DS-0001")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from image in StageBase.Of(subject)
        where image is { IsImage: true, HasDigest: false, Tag: null }
        // A build that gives all of the name can give the tag with it.
        where !image.LastPart.StartsWith(FromScope.Unknown, StringComparison.Ordinal)
        select Found(
            image.Word.Span,
            $"{image.Shown} has no tag, so a build takes whatever 'latest' is on its day.",
            image.Shown.EndsWith(',') ? $"Write the version into the default of the ARG: {image.Name}:<version>."
            : image.LastPart.Contains(FromScope.Unknown, StringComparison.Ordinal)
                ? "Write the version into the name, or into the default of the ARG."
                : $"Write the version that is meant, {image.Word.Text}:<version>, or the exact image, "
                  + $"{image.Word.Text}@sha256:<digest>.");
}
