using Kiln.Dockerfiles;
using Kiln.Linting;
using Kiln.Linting.Reports;
using Kiln.Linting.Scripts;
using Kiln.Primitives;

namespace Kiln.Tests.Linting.Scripts;

public sealed class ScriptFindingsTests
{
    const string Quoted = "FROM debian:13\nRUN echo 1 \\\n    # why\n    && echo $x\nUSER 65532\n";

    [Fact]
    public void A_finding_stands_in_its_line_of_the_Dockerfile()
    {
        var report = Lint(Quoted, "$x", 2086);

        Assert.Equal(
            """
            Dockerfile:4:13: info SC2086: Double quote to prevent globbing and word splitting.
              3 |     # why
              4 |     && echo $x
                |             ^^
              https://www.shellcheck.net/wiki/SC2086 tells why, and what to write instead.

            """.ReplaceLineEndings("\n"),
            LintText.Of(report.Source, Assert.Single(OfShellCheck(report))));
    }

    [Theory]
    [InlineData("error", Severity.Error)]
    [InlineData("warning", Severity.Warning)]
    [InlineData("info", Severity.Information)]
    [InlineData("style", Severity.Information)]
    public void Levels_are_severities(string level, Severity severity) =>
        Assert.Equal(severity, Assert.Single(OfShellCheck(Lint(Quoted, "$x", 2086, level))).Severity);

    [Theory]
    [InlineData(1090)]
    [InlineData(1091)]
    [InlineData(2187)]
    public void What_cannot_be_mended_in_a_Dockerfile_is_left_out(int code) => Assert.Empty(OfShellCheck(Lint(Quoted, "$x", code)));

    [Fact]
    public void What_is_said_of_lines_that_the_Dockerfile_does_not_have_is_left_out() => Assert.Empty(OfShellCheck(Lint(Quoted, "export", 2034)));

    [Theory]
    [InlineData("# hadolint ignore=SC2086")]
    [InlineData("# hadolint global ignore=SC2046,SC2086")]
    [InlineData("# kiln ignore=sc2086 # they are options")]
    [InlineData("# kiln stage ignore=SC2086")]
    [InlineData("# shellcheck disable=SC2086")]
    [InlineData("# shellcheck shell=sh disable=SC2046,SC2086 # they are options")]
    [InlineData("# check=skip=all")]
    public void Comments_take_it_back(string comment) => Assert.Empty(OfShellCheck(Lint($"{comment}\n{Quoted.Replace("RUN", $"{comment}\nRUN")}", "$x", 2086)));

    [Theory]
    [InlineData("# shellcheck disable=SC20865")]
    [InlineData("# shellcheck enable=SC2086")]
    [InlineData("# hadolint ignore=SC2046")]
    public void Other_comments_do_not(string comment) => Assert.Single(OfShellCheck(Lint(Quoted.Replace("RUN", $"{comment}\nRUN"), "$x", 2086)));

    [Fact]
    public void A_comment_between_the_lines_of_a_RUN_counts_though_ShellCheck_never_sees_it() =>
        Assert.Empty(OfShellCheck(Lint(Quoted.Replace("# why", "# shellcheck disable=SC2086"), "$x", 2086)));

    [Fact]
    public void Options_take_codes_as_they_take_rules()
    {
        Assert.Empty(OfShellCheck(Lint(Quoted, "$x", 2086, options: new LintOptions { Disabled = ["SC2086"] })));
        Assert.Equal(
            Severity.Error,
            Assert.Single(OfShellCheck(Lint(Quoted, "$x", 2086, options: new LintOptions { Severities = [new("sc2086", Severity.Error)] }))).Severity);
    }

    [Fact]
    public void What_a_rule_says_is_not_said_twice()
    {
        const string text = "FROM debian:13\nRUN cd /srv\nUSER 65532\n";
        Assert.Empty(OfShellCheck(Lint(text, "cd /srv", 2164)));
        Assert.Single(OfShellCheck(Lint(text, "cd /srv", 2164, options: new LintOptions { Disabled = ["KLN3002"] })));
    }

    [Fact]
    public void Triggers_are_judged_too() => Assert.Equal(
        (2, 18), PlaceOf(Lint("FROM debian:13\nONBUILD RUN echo $x\nUSER 65532\n", "$x", 2086)));

    [Fact]
    public void A_finding_in_a_heredoc_stands_in_its_line() => Assert.Equal(
        (4, 7), PlaceOf(Lint("FROM debian:13\nRUN <<-EOF\n\tset -e\n\techo $x\n\tEOF\nUSER 65532\n", "$x", 2086)));

    static (int Line, int Column) PlaceOf(LintReport report)
    {
        var place = report.Source.PositionOf(Assert.Single(OfShellCheck(report)).Span.Start);
        return (place.Line, place.Column);
    }

    static IEnumerable<LintFinding> OfShellCheck(LintReport report) => report.Findings.Where(x => x.Rule.StartsWith("SC", StringComparison.Ordinal));

    /// <summary>Lints with ShellCheck saying one thing of where this stands in the script.</summary>
    static LintReport Lint(string text, string what, int code, string level = "info", LintOptions? options = null)
    {
        options ??= new LintOptions();
        var script = Assert.Single(RunScript.In(new LintSubject(Dockerfile.Parse(text), options)));
        var lines = script.Text.Text.Split('\n');
        var line = Array.FindIndex(lines, x => x.Contains(what, StringComparison.Ordinal));
        var column = lines[line].IndexOf(what, StringComparison.Ordinal) + 1;
        var comment = new ShellCheckComment(
            "0", line + 1, line + 1, column, column + what.Length, level, code, "Double quote to prevent globbing and word splitting.");
        var answers = new ScriptAnswers(new Dictionary<Digest, IReadOnlyList<ShellCheckComment>> { [script.Digest] = [comment] });
        return new Linter(options).Lint(text, "Dockerfile", new LintedImage { Answers = answers });
    }
}
