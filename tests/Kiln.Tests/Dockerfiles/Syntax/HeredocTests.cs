using Kiln.Dockerfiles;

namespace Kiln.Tests.Dockerfiles.Syntax;

/// <summary>Which words open heredocs is decided by BuildKit's small shell lexer, with corners of its own.</summary>
public sealed class HeredocTests
{
    [Theory]
    [InlineData("RUN <<EOF", "EOF")]
    [InlineData("RUN a <<x b <<-y", "x y")]
    [InlineData("RUN << -x", "-x")]
    [InlineData("RUN <<- x", "")] // the dash must touch the name
    [InlineData("RUN <<a'b'", "ab")]
    [InlineData(@"RUN <<a\'b", "a'b")]
    [InlineData("RUN <<\"a\\\"b\\c\"", "a\"b\\c")]
    [InlineData("RUN <<''", "")]
    [InlineData("RUN <<'a'\0", "a\0")]
    [InlineData("RUN <<$X <<${Y}", "$X ${Y}")]
    [InlineData("RUN <<${X:-Y}", "")] // a modifier hides the arrows
    [InlineData("RUN echo ${X:-${Y%.*}} \"${Z/a/b}\" <<EOF", "EOF")]
    [InlineData("RUN echo ${X:-<<a} <<EOF", "EOF")]
    [InlineData("RUN echo ${X[0]} <<EOF", "")] // the lexer gives up, and sees nothing on the whole line
    [InlineData("RUN echo ${#X} <<EOF", "")]
    [InlineData("RUN echo ${ <<EOF", "")]
    [InlineData("RUN echo $$ $? $1a <<EOF", "EOF")]
    [InlineData("RUN echo \"open <<EOF", "")]
    [InlineData("RUN echo 'open <<EOF", "")]
    [InlineData(@"RUN echo \' <<EOF \", "EOF")]
    [InlineData("RUN <<<a", "")]
    [InlineData("RUN a<<b", "")]
    [InlineData("RUN a < <b", "")]
    [InlineData("RUN --mount=type=ssh <<EOF", "EOF")]
    [InlineData("RUN [\"<<EOF\"]", "")]
    [InlineData("RUN [\"<<a\" <<EOF", "EOF")]
    [InlineData("ONBUILD ADD <<EOF /a", "EOF")]
    [InlineData("ONBUILD ONBUILD RUN <<EOF", "")]
    [InlineData("CMD <<EOF", "")]
    public void Words_that_open_heredocs_are_those_of_BuildKit(string line, string names)
    {
        var instruction = Dockerfile.Parse(line).Instructions.First();

        Assert.Equal(names, string.Join(' ', instruction.Heredocs.Select(x => x.Name)));
    }

    [Fact]
    public void Content_is_what_stands_above_the_name()
    {
        var dockerfile = Dockerfile.Parse("RUN <<a <<-b\r\n# one\r\n a\r\na\r\n\ttwo\r\n\t\tb\r\nRUN three");

        var heredocs = dockerfile.Instructions.First().Heredocs;

        Assert.Equal(["# one\r\n a\r\n", "\ttwo\r\n"], heredocs.Select(x => x.Content));
        Assert.Equal("three", dockerfile.Instructions.Last().Arguments.Text);
    }

    [Theory]
    [InlineData("RUN <<a", true)]
    [InlineData("RUN <<a\\b", true)]
    [InlineData("RUN <<'a'", false)]
    [InlineData("RUN <<a\"\"", false)]
    public void A_quote_in_the_name_keeps_variables_as_they_are(string line, bool isExpanded)
    {
        var heredoc = Assert.Single(Dockerfile.Parse(line).Instructions.First().Heredocs);

        Assert.Equal(isExpanded, heredoc.IsExpanded);
    }

    [Fact]
    public void Without_its_end_a_heredoc_takes_the_rest_of_the_file()
    {
        var dockerfile = Dockerfile.Parse("FROM a\nRUN <<EOF\none\n EOF\ntwo");

        var heredoc = Assert.Single(dockerfile.Instructions.Last().Heredocs);

        Assert.False(heredoc.IsTerminated);
        Assert.Equal("one\n EOF\ntwo", heredoc.Content);
        Assert.Equal(
            "The heredoc 'EOF' has no end; write its name alone on a line below.",
            Assert.Single(dockerfile.Diagnostics).Message);
    }
}
