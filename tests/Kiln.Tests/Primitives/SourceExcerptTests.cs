using Kiln.Primitives;

namespace Kiln.Tests.Primitives;

public sealed class SourceExcerptTests
{
    [Fact]
    public void The_stretch_is_underlined_below_the_line_before_it() => Check(
        "FROM a\nRUN one\nRUN two\n",
        "RUN one\n",
        """
        1 | FROM a
        2 | RUN one
          | ^^^^^^^
        """);

    [Fact]
    public void Every_line_of_several_is_underlined_and_blank_ones_are_left_out() => Check(
        "RUN one && \\\n\n\ttwo && \\\n  three\n",
        "RUN one && \\\n\n\ttwo && \\\n  three\n",
        "1 | RUN one && \\\n  | ^^^^^^^^^^^^\n3 | \ttwo && \\\n  | \t^^^^^^^^\n4 |   three\n  |   ^^^^^");

    [Fact]
    public void Of_a_line_only_the_stretch_is_underlined() => Check(
        "FROM alpine AS build",
        "alpine",
        """
        1 | FROM alpine AS build
          |      ^^^^^^
        """);

    [Fact]
    public void Of_many_lines_the_first_are_shown()
    {
        var text = "RUN " + string.Join("\\\n", Enumerable.Range(1, 12)) + "\n";

        var lines = SourceExcerpt.Lines(new SourceText(text, "x"), new SourceSpan(0, text.Length)).ToArray();

        Assert.Equal(17, lines.Length);
        Assert.Equal("   | … 4 more lines", lines[^1]);
    }

    static void Check(string text, string stretch, string expected) => Assert.Equal(
        expected,
        string.Join('\n', SourceExcerpt.Lines(
            new SourceText(text, "x"), new SourceSpan(text.IndexOf(stretch, StringComparison.Ordinal), stretch.Length))));
}
