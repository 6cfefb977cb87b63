using Xunit;

namespace Shop.Tests;

public sealed class BasketTests
{
    [Fact]
    public void A_basket_costs_what_is_in_it() => Assert.Equal(7.5m, new Basket([3m, 4.5m]).Total);
}
