using Kiln.Dockerfiles;

namespace Kiln.Tests.Dockerfiles.Syntax;

public sealed class DirectiveTests
{
    [Theory]
    // text | directives
    [InlineData("# syntax=a", "syntax=a")]
    [InlineData("#SYNTAX = a  ", "syntax=a")]
    [InlineData("\uFEFF# syntax=a", "syntax=a")]
    [InlineData("# syntax=a\r\n# check=b\r\n# escape=`", "syntax=a check=b escape=`")]
    [InlineData("# syntax=a\n# syntax=b\n# check=c", "syntax=a check=c")]
    [InlineData("\n# syntax=a", "")]
    [InlineData("# a comment\n# syntax=a", "")]
    [InlineData("# other=a\n# syntax=a", "")]
    [InlineData("FROM a\n# syntax=a", "")]
    [InlineData("# syntax=", "")]
    [InlineData("// syntax=a", "")]
    [InlineData("#!/bin/sh\n# escape=`\n# syntax=a", "syntax=a")] // only the search for a syntax skips the first line
    [InlineData(" # syntax=a", "")]
    [InlineData(" # escape=`\n# syntax=a", "escape=`")] // only the parser allows white space before it
    public void Directives_stand_above_everything_else(string text, string directives)
    {
        var dockerfile = Dockerfile.Parse(text);

        Assert.Equal(directives, string.Join(' ', dockerfile.Directives.Select(x => $"{x.Name}={x.Value}")));
    }

    [Fact]
    public void The_escape_can_be_chosen()
    {
        var dockerfile = Dockerfile.Parse("# escape=`\nRUN a `\n b\\\n");

        Assert.Equal('`', dockerfile.Escape);
        Assert.Equal(@"a  b\", dockerfile.Instructions.First().Arguments.Text);
    }

    [Fact]
    public void Another_escape_is_refused_and_the_usual_one_stays()
    {
        var dockerfile = Dockerfile.Parse("# escape=^\nFROM a");

        Assert.Equal('\\', dockerfile.Escape);
        Assert.Equal(
            @"The escape '^' is not possible; it can be '\' or '`'.", Assert.Single(dockerfile.Diagnostics).Message);
    }

    [Fact]
    public void Of_a_syntax_only_the_first_word_is_an_image()
    {
        var syntax = Assert.Single(Dockerfile.Parse("# syntax=a/b:1 --option").Directives);

        Assert.Equal("a/b:1", syntax.FirstWord);
    }
}
