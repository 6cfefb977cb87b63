using Kiln.Linting.Toolchains;
using Kiln.Primitives;

namespace Kiln.Linting.Rules.Size;

/// <summary>The plain tags of language images bring compilers and headers of a whole distribution.</summary>
sealed class HeavierBase() : LintRule(
    "KLN9005", Severity.Information, "Take the lighter kind of a base for the final image.")
{
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Final is not { } final || subject.LineageOf(final).Last().Stage?.From.Image is not { } image)
            yield break;
        if (KnownBases.Find(image.Text) is not { LighterSuffix: { } suffix } known || KnownBases.IsLight(image.Text) || image.Text.Contains('@'))
            yield break;

        var lighter = KnownBases.TagOf(image.Text) is { Length: > 0 } tag and not "latest" ? $"{image.Text}{suffix}" : $"{image.Text.Split(':')[0]}:<version>{suffix}";
        yield return Found(
            image.Span,
            $"'{image.Text}' has about {known.Megabytes} MB, its lighter kind about {known.LighterMegabytes} MB.",
            $"Try FROM {lighter}, and install what the program misses there; compile in an earlier stage.");
    }
}
