using Kiln.Linting.Rules.Stages;
using Kiln.Linting.Toolchains;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>The plain tags of language images bring compilers and headers of a whole distribution.</summary>
sealed class HeavierBase() : LintRule(
    "KLN9005", Severity.Information, "Take the lighter kind of a base for the final image.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (StageBase.OfFinal(subject) is not { IsImage: true, HasDigest: false, IsOpen: false } image
            || KnownBases.LighterThan(image.Name) is not { } lighter)
            yield break;

        yield return Found(
            image.Word.Span,
            KnownBases.Find(image.Name)?.MegabytesOf(image.Name) is { } megabytes
                ? $"{image.Shown} has about {megabytes} MB, its lighter kind about {lighter.Megabytes} MB."
                : $"{image.Shown} has more in it than what only runs programs.",
            $"Try FROM {lighter.Image}, and install what the program misses there; compile in an earlier stage.");
    }
}
