using Kiln.Primitives;

namespace Kiln.Tests.Primitives;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab", 2, 1, 3)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\n", 2, 2, 1)]
    public void Lines_and_columns_count_from_one(string text, int offset, int line, int column)
    {
        var position = new SourceText(text, "Dockerfile").PositionOf(offset);

        Assert.Equal(new SourcePosition(line, column), position);
    }

    [Fact]
    public void A_line_comes_without_its_end()
    {
        var source = new SourceText("one\r\ntwo\n\nlast", "Dockerfile");

        var lines = Enumerable.Range(1, source.LineCount).Select(source.LineAt);

        Assert.Equal(["one", "two", "", "last"], lines);
    }

    [Fact]
    public void A_place_outside_is_refused()
    {
        var source = new SourceText("one", "Dockerfile");

        Assert.Throws<ArgumentOutOfRangeException>(() => source.PositionOf(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.LineAt(2));
    }
}
