using Kiln.Primitives;
using Kiln.Secrets;

namespace Kiln.Linting.Rules.Secrets;

/// <summary>It is in the repository, in the image and in every cache, and stays there when the line is gone.</summary>
sealed class SecretInText() : LintRule("KLN6002", Severity.Error, "Write no secrets in a Dockerfile.", "DS-0031")
{
    // The span is empty: reports show the lines of others, and with them the secret.
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from instruction in subject.Dockerfile.Instructions
        let secrets = LiteralSecrets.In(instruction.Text).Distinct().ToArray()
        where secrets.Length > 0
        select Found(
            instruction.KeywordSpan with { Length = 0 },
            $"{Sentence(secrets)} in this {instruction.Keyword}, for everybody who has the file or the image.",
            "Make it invalid where it was issued, since it stays in the history; give its successor with RUN --mount=type=secret.");

    static string Sentence(IReadOnlyList<LiteralSecret> secrets)
    {
        var names = secrets.Select(x => x.Beginning.Length == 0 ? x.Kind : $"{x.Kind} ('{x.Beginning}…')").ToArray();
        var all = names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        return $"{char.ToUpperInvariant(all[0])}{all[1..]} {(names.Length == 1 ? "stands" : "stand")}";
    }
}
