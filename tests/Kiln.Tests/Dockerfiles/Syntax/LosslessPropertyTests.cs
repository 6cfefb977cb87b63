using CsCheck;
using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Tests.Dockerfiles.Syntax;

public sealed class LosslessPropertyTests
{
    static readonly string[] Files = [.. TestData.Files.Select(File.ReadAllText)];

    [Fact]
    public void Any_text_comes_back_with_sound_spans() =>
        RandomTexts.Any.Sample(Check, iter: 4_000);

    [Fact]
    public void However_a_Dockerfile_is_damaged_it_comes_back_with_sound_spans() =>
        RandomTexts.Damaged(Files).Sample(Check, iter: 6_000);

    [Theory]
    [InlineData("ONBUILD ")]
    [InlineData("RUN ${a-")]
    [InlineData("COPY <<a ")]
    [InlineData("--a ")]
    [InlineData("CMD [")]
    [InlineData("\\\n")]
    [InlineData("ENV a='")]
    [InlineData("# escape=`\n")]
    [InlineData("RUN <<a\n")]
    [InlineData("UNKNOWN\n")]
    [InlineData("a=b,\"")]
    public void What_is_repeated_without_end_neither_overflows_nor_slows_down(string part)
    {
        foreach (var start in new[] { "", "COPY ", "RUN --mount=", "ONBUILD RUN ", "CMD " })
            Check(start + string.Concat(Enumerable.Repeat(part, 20_000)));
    }

    static void Check(string text)
    {
        var dockerfile = Dockerfile.Parse(text);

        Assert.Equal(text, dockerfile.ToString());
        Assert.Equal(text, string.Concat(dockerfile.Nodes.Select(x => x.Text)));
        Tile(dockerfile.Nodes, text.Length);
        Assert.All(dockerfile.Diagnostics, x => Inside(x.Span, new SourceSpan(0, text.Length)));
        foreach (var instruction in dockerfile.Instructions)
            foreach (var span in Spans.Of(instruction))
                Inside(span, instruction.Span);
    }

    static void Tile(IEnumerable<DockerfileNode> nodes, int length)
    {
        var end = 0;
        foreach (var node in nodes)
        {
            Assert.Equal(end, node.Span.Start);
            Assert.True(node.Span.Length > 0);
            end = node.Span.End;
        }

        Assert.Equal(length, end);
    }

    static void Inside(SourceSpan span, SourceSpan outer) =>
        Assert.True(
            span.Length >= 0 && span.Start >= outer.Start && span.End <= outer.End, $"{span} is not in {outer}");
}
