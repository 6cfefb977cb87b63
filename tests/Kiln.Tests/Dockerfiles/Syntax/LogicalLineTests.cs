using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Tests.Dockerfiles.Syntax;

public sealed class LogicalLineTests
{
    [Fact]
    public void A_comment_inside_a_continuation_is_dropped_from_the_arguments()
    {
        var run = Only<RunInstruction>("RUN one \\\n  # why \\\n  two\n");

        Assert.Equal("one   two", run.Arguments.Text);
        Assert.Equal("why \\", Assert.Single(run.InnerComments).Comment);
    }

    [Fact]
    public void An_empty_line_does_not_end_an_instruction_that_goes_on()
    {
        var dockerfile = Dockerfile.Parse("FROM a\nRUN one \\\n\n \t\n two\n");

        Assert.Equal("one  two", dockerfile.Instructions.Last().Arguments.Text);
        Assert.Equal(
            "An empty line does not end the instruction that goes on above it; remove the line.",
            Assert.Single(dockerfile.Diagnostics).Message);
    }

    [Theory]
    [InlineData("RUN a\\ \t\nb", "ab")] // blanks behind the mark do not matter
    [InlineData("RUN a\\\\\nENV b c", @"a\\")] // an escaped escape is no mark
    [InlineData("RUN a\\\r\n b\r\n", "a b")]
    [InlineData("RUN a\\\r b", "a\\\r b")] // a carriage return alone ends no line
    [InlineData("RUN a\\", "a")]
    [InlineData("\\\nRUN a", "a")]
    [InlineData("\u00A0 RUN\ta \u2003", "a")]
    [InlineData("\uFEFFRUN a", "a")]
    public void Lines_are_joined_as_BuildKit_joins_them(string text, string arguments)
    {
        var run = Assert.IsType<RunInstruction>(Dockerfile.Parse(text).Instructions.First());

        Assert.Equal(arguments, run.Arguments.Text);
    }

    [Fact]
    public void A_part_of_the_joined_text_is_found_in_the_source()
    {
        const string Text = "RUN one \\\n # why\n  two three";
        var run = Only<RunInstruction>(Text);

        var at = run.Arguments.Text.IndexOf("two", StringComparison.Ordinal);
        var two = run.Arguments.SpanOf(at, 3);
        var all = run.Arguments.SpanOf(0, at + 3);

        Assert.Equal("two", Text.Substring(two.Start, two.Length));
        Assert.Equal("one \\\n # why\n  two", Text.Substring(all.Start, all.Length));
    }

    [Theory]
    [InlineData("a b", "a|b")]
    [InlineData(@"a\ b c", @"a\ b|c")]
    [InlineData("'a b' \"c d\"e", "'a b'|\"c d\"e")]
    [InlineData(@"'a\' b'", @"'a\'|b'")] // no escapes in single quotes, and an open quote goes to the end
    [InlineData(@"""a\"" b"" c", @"""a\"" b""|c")]
    [InlineData(@"a\\", @"a\\")]
    [InlineData("a\u00A0b", "a|b")]
    public void Words_are_cut_at_blanks_that_are_neither_quoted_nor_escaped(string arguments, string words)
    {
        var run = Only<RunInstruction>($"RUN {arguments}");

        Assert.Equal(words.Split('|'), run.Arguments.Words('\\').Select(x => x.Text));
    }

    static T Only<T>(string text) where T : Instruction =>
        Assert.IsType<T>(Assert.Single(Dockerfile.Parse(text).Instructions));
}
