namespace Shop;

/// <summary>What somebody wants to buy.</summary>
public sealed record Basket(IReadOnlyList<decimal> Prices)
{
    public decimal Total => Prices.Sum();
}
