using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Tests.Dockerfiles.Syntax;

public sealed class FlagTests
{
    [Theory]
    [InlineData("--from=a x y", "--from=a", "x y")]
    [InlineData("--from='a b' --link x y", "--from=a b|--link", "x y")]
    [InlineData(@"--from=a\ b x y", "--from=a b", "x y")]
    [InlineData(@"--from='a\'b' x y", "--from=a'b", "x y")] // unlike in words, also in single quotes
    [InlineData("--from=\"a'b\" x y", "--from=a'b", "x y")]
    [InlineData("-- --from=a x", "", "--from=a x")]
    [InlineData("x --from=a y", "", "x --from=a y")]
    [InlineData("--from=a", "--from=a", "")]
    [InlineData("--from='a b", "--from=a b", "")]
    [InlineData(@"--from=a\\ x y", @"--from=a\", "x y")]
    [InlineData("-from=a x", "", "-from=a x")]
    [InlineData("--from='a\0'\0 x", "--from=a\0\0", "x")]
    public void Flags_are_the_words_in_front_that_begin_with_two_dashes(string text, string flags, string arguments)
    {
        var copy = Dockerfile.Parse($"COPY {text}").Instructions.First();

        Assert.Equal(flags, string.Join('|', copy.Flags));
        Assert.Equal(arguments, copy.Arguments.Text);
    }

    [Fact]
    public void Spans_of_a_flag_are_as_written()
    {
        const string Text = "FROM --platform='linux/\\\namd64' alpine";

        var platform = Assert.IsType<FromInstruction>(Dockerfile.Parse(Text).Instructions.First()).Platform!;

        Assert.Equal("linux/amd64", platform.Value);
        Assert.Equal("platform", Text.Substring(platform.NameSpan.Start, platform.NameSpan.Length));
        Assert.Equal("'linux/\\\namd64'", Text.Substring(platform.ValueSpan.Start, platform.ValueSpan.Length));
    }

    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData("\"a,\"\"b\",c", "a,\"b|c")]
    [InlineData("a,", "a|")]
    [InlineData("a\"b", null)]
    [InlineData("\"a\"b", null)]
    [InlineData("\"a", null)]
    public void Options_of_a_mount_are_read_as_CSV(string value, string? names)
    {
        var dockerfile = Dockerfile.Parse($"FROM a\nRUN --mount='{value}' true");

        var mount = Assert.Single(Assert.IsType<RunInstruction>(dockerfile.Instructions.Last()).Mounts);

        Assert.Equal(names?.Split('|') ?? [], mount.Options.Select(x => x.Name));
    }
}
