using Nuke.Common.Utilities.Collections;

namespace Kiln.Engine.Tests.Utilities;

public class EnumerableExtensionsTests
{
    [Fact]
    public void Visits_each_element_with_its_position()
    {
        var seen = new List<string>();

        new[] { "a", "b" }.ForEach((x, i) => seen.Add($"{i}{x}"));
        var lazy = new[] { "c" }.ForEachLazy(seen.Add);
        Assert.Equal(["0a", "1b"], seen);

        Assert.Equal(["c"], lazy);
        Assert.Equal(["0a", "1b", "c"], seen);
    }

    [Fact]
    public void Leaves_out_nulls_and_what_is_named()
    {
        Assert.Equal(["a", "b"], new[] { "a", null, "b" }.WhereNotNull());
        Assert.Equal(["a"], new[] { "a", "b" }.WhereNot(x => x == "b"));
        Assert.Equal(["a"], new[] { "a" }.WhereNot(null));
        Assert.Equal([1, 3], new[] { 1, 3, 11 }.Distinct(x => x % 10));
    }

    [Fact]
    public void Takes_and_skips_until()
    {
        int[] numbers = [1, 2, 3, 1];

        Assert.Equal([1, 2], numbers.TakeUntil(x => x == 3));
        Assert.Equal([3, 1], numbers.SkipUntil(x => x == 3));
        Assert.True(numbers.SequenceStartsWith([1, 2]));
        Assert.False(numbers.SequenceStartsWith([1, 2, 3, 1, 4]));
    }

    [Fact]
    public void Nothing_is_empty()
    {
        int[]? nothing = null;

        Assert.True(nothing.IsNullOrEmpty());
        Assert.Empty(nothing.ToEmptyIfNull());
        Assert.True(Array.Empty<int>().IsEmpty());
    }

    [Fact]
    public void Says_what_was_not_single()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new[] { 1, 2 }.SingleOrError("one, please"));

        Assert.Equal("one, please", exception.Message);
        Assert.Equal(2, new[] { 1, 2 }.SingleOrError(x => x > 1, "one, please"));
        Assert.Null(new string[0].SingleOrDefaultOrError("one, please"));
    }

    [Fact]
    public void Descends_until_nothing_is_left_or_the_walk_is_ended()
    {
        Assert.Equal(["abc", "bc", "c"], "abc".DescendantsAndSelf(Tail));
        Assert.Equal(["bc", "c"], "abc".Descendants(Tail));
        Assert.Equal(["abc", "bc"], "abc".DescendantsAndSelf(Tail, x => x != "bc"));
        Assert.Empty("abc".Descendants(Tail, _ => false));
    }

    [Fact]
    public void Puts_single_elements_before_and_after()
    {
        Assert.Equal([1, 2, 3], 1.Concat([2, 3]));
        Assert.Equal([1, 2, 3], new[] { 1 }.Concat(2, 3));
    }

    [Fact]
    public void A_lookup_table_is_filled_and_emptied()
    {
        var table = new[] { 1, 2, 3 }.ToLookupTable(x => x % 2 == 0 ? "even" : "odd", x => x);
        table.Add("even", 4);
        table.Remove("odd", 1);
        table["zero"] = [0];

        Assert.Equal([2, 4], table["even"]);
        Assert.Equal([3], table["odd"]);
        Assert.Equal(["odd", "even", "zero"], table.Select(x => x.Key));
        Assert.Empty(table["none"]);
        table.Remove("zero");
        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void A_lookup_table_compares_keys_as_told()
    {
        var table = new LookupTable<string, int>(StringComparer.OrdinalIgnoreCase);

        table.AddRange("A", [1, 2]);
        table.Add("a", 3);

        Assert.Equal([1, 2, 3], table["A"]);
        Assert.True(table.AsReadOnly().Contains("a"));
        Assert.Equal(1, table.Count);
    }

    private static string? Tail(string text) => text.Length > 1 ? text[1..] : null;
}
