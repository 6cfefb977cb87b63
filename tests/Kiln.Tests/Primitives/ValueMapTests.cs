using Kiln.Primitives;

namespace Kiln.Tests.Primitives;

public sealed class ValueMapTests
{
    [Fact]
    public void Equal_content_is_equal_whatever_the_order_of_making()
    {
        ValueMap<int> one = [new("b", 2), new("a", 1)];
        ValueMap<int> other = [new("a", 1), new("b", 2)];

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.With("b", 3));
    }

    [Fact]
    public void Keys_are_sorted_by_code_point()
    {
        ValueMap<int> map = new Dictionary<string, int> { ["ä"] = 4, ["a"] = 2, ["_"] = 1, ["b"] = 3, ["Z"] = 0 };

        Assert.Equal("{Z: 0, _: 1, a: 2, b: 3, ä: 4}", map.ToString());
    }

    [Fact]
    public void The_last_of_two_equal_keys_wins()
    {
        ValueMap<int> map = [new("a", 1)];

        Assert.Equal([new("a", 2)], (ValueMap<int>)[.. map, new("a", 2)]);
    }

    [Fact]
    public void An_unset_map_is_an_empty_one()
    {
        ValueMap<int> unset = default;

        Assert.Empty(unset);
        Assert.Equal([], unset);
        Assert.False(unset.TryGetValue("a", out _));
    }
}
