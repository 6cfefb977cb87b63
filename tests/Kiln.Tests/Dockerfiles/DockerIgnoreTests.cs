using Kiln.Dockerfiles;

namespace Kiln.Tests.Dockerfiles;

public sealed class DockerIgnoreTests
{
    [Theory]
    // patterns (separated by blanks) | path | ignored
    [InlineData("a", "a", true)]
    [InlineData("a", "b", false)]
    [InlineData("a", "a/b/c", true)]
    [InlineData("a", "b/a", false)]
    [InlineData("a", "A", false)]
    [InlineData("/a", "a", true)]
    [InlineData("a/", "a", true)]
    [InlineData("a/", "a/b", true)]
    [InlineData("./a//b/../c/", "a/c", true)]
    [InlineData("../a", "a", false)]
    [InlineData("/", "a", false)]
    [InlineData(".", "a", false)]
    [InlineData("*", "a", true)]
    [InlineData("*", "a/b", true)]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "a.log/b", true)]
    [InlineData("*.log", "a/b.log", false)]
    [InlineData("*/*.log", "a/b.log", true)]
    [InlineData("*/*.log", "a/b/c.log", false)]
    [InlineData("a*b", "a/b", false)]
    [InlineData("a*", "a", true)]
    [InlineData("?", "a", true)]
    [InlineData("?", "🦊", true)]
    [InlineData("?", "ab", false)]
    [InlineData("??b", "🦊b", false)]
    [InlineData("a?b", "a/b", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[^a-c]x", "dx", true)]
    [InlineData("[^a-c]x", "ax", false)]
    [InlineData(@"[\]]", "]", true)]
    [InlineData(@"[\-x]", "-", true)]
    [InlineData(@"\*", "*", true)]
    [InlineData(@"\*", "a", false)]
    [InlineData(@"a\b", "ab", true)]
    [InlineData(@"\!a", "!a", true)]
    [InlineData(@"\#a", "#a", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("*.b+(c)|{$}", "x.b+(c)|{$}", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("**/a", "a", true)]
    [InlineData("**/a", "x/y/a", true)]
    [InlineData("**/a", "x/ba", false)]
    [InlineData("**/a", "x/a/b", true)]
    [InlineData("**a", "x/ba", true)]
    [InlineData("**/*.log", "a.log", true)]
    [InlineData("**/*.log", "x/y/a.log", true)]
    [InlineData("**/a/b", "x/a/b", true)]
    [InlineData("**/a/*", "x/a/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a**", "ab/c", true)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("a/**/*.c", "a/x/y.c", true)]
    [InlineData("**/a/**", "x/a/b", true)]
    [InlineData("**/a/**", "x/a", false)]
    [InlineData("* !a", "a", false)]
    [InlineData("* !a", "a/b", false)]
    [InlineData("* !a", "b", true)]
    [InlineData("!a *", "a", true)]
    [InlineData("* !a/b", "a", true)]
    [InlineData("* !a/b", "a/b", false)]
    [InlineData("* !a/b", "a/b/c", false)]
    [InlineData("* !a/b", "a/c", true)]
    [InlineData("a !a/b a/b/c", "a/b/c", true)]
    [InlineData("a !a/b a/b/c", "a/b/d", false)]
    [InlineData("**/*.md !README.md", "README.md", false)]
    [InlineData("**/*.md !README.md", "docs/README.md", true)]
    [InlineData("**/*.md !**/README.md", "docs/README.md", false)]
    [InlineData("a/b !a", "a/b", true)]
    [InlineData("a !/a/", "a", false)]
    public void It_decides_as_docker_does(string patterns, string path, bool expected)
    {
        var ignore = DockerIgnore.Parse(patterns.Replace(' ', '\n'));

        Assert.Equal(expected, ignore.IsIgnored(path));
    }

    [Fact]
    public void Comments_blank_lines_blanks_and_a_byte_order_mark_do_not_count()
    {
        var ignore = DockerIgnore.Parse("\uFEFF# comment\r\n\r\n   \n  a b  \r\n\t! a b/c \n # no comment\n#\n");

        Assert.Equal(["a b", "!a b/c", "# no comment"], ignore.Patterns.Select(x => x.ToString()));
        Assert.Equal([4, 5, 6], ignore.Patterns.Select(x => x.Line));
    }

    [Theory]
    [InlineData("!", "an exception needs a path after the '!'")]
    [InlineData("! /", "an exception needs a path after the '!'")]
    [InlineData("a[", "a '[' is not closed, or what is in the brackets is no list of characters and ranges")]
    [InlineData("[]a]", "a '[' is not closed, or what is in the brackets is no list of characters and ranges")]
    [InlineData("[a-]", "a '[' is not closed, or what is in the brackets is no list of characters and ranges")]
    [InlineData("[-a]", "a '[' is not closed, or what is in the brackets is no list of characters and ranges")]
    [InlineData(@"[\]", "a '[' is not closed, or what is in the brackets is no list of characters and ranges")]
    [InlineData("[z-a]", "a range in brackets runs backwards")]
    [InlineData(@"a\", @"it ends in a '\'")]
    public void A_malformed_pattern_is_named_with_its_line(string pattern, string fault)
    {
        var failure = Assert.Throws<KilnException>(() => DockerIgnore.Parse($"a\n{pattern}\n", "api/.dockerignore"));

        Assert.Equal(
            $@"KILN1040: The pattern '{pattern}' in api/.dockerignore, line 2, is malformed: {fault}. " +
            @"A '\' before a character takes it literally.",
            failure.ToString());
    }

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("* !b", "a", true)]
    [InlineData("* !a/b", "a", false)]
    [InlineData("* !a/b/c", "a/b", false)]
    [InlineData("* !a/b/c", "a/x", true)]
    [InlineData("* !ab", "a", true)]
    [InlineData("* !a/**", "a", false)]
    [InlineData("* !a/*", "b", true)]
    [InlineData("* !**/c", "a", false)]
    [InlineData("* !x/*.c", "a", false)]
    public void A_folder_is_pruned_when_nothing_below_can_come_back(string patterns, string folder, bool expected)
    {
        var ignore = DockerIgnore.Parse(patterns.Replace(' ', '\n'));

        Assert.Equal(expected, ignore.CanPruneDirectory(folder));
    }

    [Theory]
    [InlineData("docker/Api.Dockerfile.dockerignore .dockerignore", "docker/Api.Dockerfile.dockerignore")]
    [InlineData("./.dockerignore", "./.dockerignore")]
    [InlineData("docker/.dockerignore", null)]
    public void The_file_of_the_Dockerfile_goes_before_that_of_the_context(string existing, string? expected)
    {
        var file = DockerIgnore.FileFor("docker/Api.Dockerfile", ".", existing.Split(' ').Contains);

        Assert.Equal(expected, file);
    }
}
