using CsCheck;
using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Linting.Fixing;
using Kiln.Linting.Scripts;
using Kiln.Tests.Dockerfiles.Syntax;

namespace Kiln.Tests.Linting;

/// <summary>A thousand Dockerfiles that nobody wrote: the examples of all pages, damaged.</summary>
public sealed class MutationTests
{
    const int Count = 1_000;

    static readonly string[] Seeds = [.. Directory.EnumerateFiles(RulePages.Folder, "KLN*.md").Order(StringComparer.Ordinal).SelectMany(Examples)];
    static readonly Gen<string> Texts = RandomTexts.Damaged(Seeds);
    static readonly Linter Linter = new(new LintOptions { Enabled = [.. new Linter().AllRules.Where(x => x.IsOptional).Select(x => x.Id)] });

    [Fact]
    public void No_text_makes_a_rule_throw() => Texts.Sample(text => Linter.Lint(text).Findings.Count >= 0, iter: Count);

    [Fact]
    public void Scripts_of_any_text_stand_where_they_are_said_to() => Texts.Sample(
        text => RunScript.In(new LintSubject(Dockerfile.Parse(text), new LintOptions())).All(x => StandsIn(text, x.Text)), iter: Count);

    [Fact]
    public void Fixing_twice_changes_nothing_more() => Texts.Sample(
        text => DockerfileFixer.Fix(Linter, text) is var once && DockerfileFixer.Fix(Linter, once) == once, iter: Count);

    [Fact]
    public void What_a_fix_does_not_touch_stays() => Texts.Sample(
        text => Linter.Lint(text).Findings.Select(x => x.Fix).OfType<LintFix>().All(fix => KeepsTheRest(text, fix)), iter: Count);

    [Fact]
    public void A_fix_adds_no_error()
    {
        foreach (var text in Seeds)
        {
            var before = Linter.Lint(text).Findings.Count(x => x.Rule == "KLN0001");
            Assert.True(Linter.Lint(DockerfileFixer.Fix(Linter, text)).Findings.Count(x => x.Rule == "KLN0001") <= before, text);
        }
    }

    static bool StandsIn(string text, ScriptText script) =>
        script.Pieces.All(x => string.CompareOrdinal(script.Text, x.Start, text, x.Source, x.Length) == 0);

    static bool KeepsTheRest(string text, LintFix fix)
    {
        var mended = TextEdits.Apply(text, [fix]);
        var (before, after) = (0, 0);
        foreach (var edit in fix.Edits.OrderBy(x => x.Span.Start))
        {
            var kept = text[before..edit.Span.Start];
            if (string.CompareOrdinal(mended, after, kept, 0, kept.Length) != 0)
                return false;
            before = edit.Span.End;
            after += kept.Length + (text.Contains("\r\n", StringComparison.Ordinal) ? edit.NewText.ReplaceLineEndings("\r\n") : edit.NewText).Length;
        }

        return text[before..] == mended[after..];
    }

    static IEnumerable<string> Examples(string file)
    {
        var parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("```dockerfile");
        return parts.Skip(1).Select(x => x[(x.IndexOf('\n') + 1)..x.IndexOf("\n```", StringComparison.Ordinal)] + "\n");
    }
}
