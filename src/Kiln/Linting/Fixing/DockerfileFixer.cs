namespace Kiln.Linting.Fixing;

/// <summary>Takes the findings away that can be taken away without a decision of anybody.</summary>
public static class DockerfileFixer
{
    // Each round mends at least one finding; a text that needs more rounds has rules that undo each other.
    const int MostRounds = 20;

    /// <summary>The mended text; the same text again when there is nothing to mend.</summary>
    public static string Fix(Linter linter, string text, string path = "Dockerfile", LintedImage? image = null)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var fixes = linter.Lint(text, path, image).Findings.Select(x => x.Fix).OfType<LintFix>().ToArray();
            if (fixes.Length == 0)
                break;
            text = TextEdits.Apply(text, fixes);
        }

        return text;
    }
}
