using Kiln.Linting.Scripts;

namespace Kiln.Tests.Linting.Scripts;

public sealed class ScriptPlaceTests
{
    const string Text = "a\n\tb \U0001F600 c\nd";

    [Theory]
    [InlineData(1, 1, "a")]
    [InlineData(2, 1, "\t")]
    [InlineData(2, 2, "b")]
    [InlineData(2, 4, "\U0001F600")]
    [InlineData(2, 6, "c")]
    [InlineData(2, 99, "\n")]
    [InlineData(3, 1, "d")]
    [InlineData(3, 2, "")]
    [InlineData(9, 1, "")]
    public void A_column_is_a_code_point_and_a_tab_is_one(int line, int column, string what) =>
        Assert.StartsWith(what, Text[ScriptPlace.OffsetOf(Text, line, column)..], StringComparison.Ordinal);

    [Fact]
    public void Behind_the_end_is_the_end() => Assert.Equal(Text.Length, ScriptPlace.OffsetOf(Text, 9, 9));
}
