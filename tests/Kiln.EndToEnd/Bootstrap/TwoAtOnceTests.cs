namespace Kiln.EndToEnd.Bootstrap;

public sealed class TwoAtOnceTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Fact]
    public async Task Compiles_once_when_two_scripts_start_together()
    {
        var outcomes = await Task.WhenAll(checkout.RunAsync("answer"), checkout.RunAsync("answer"));

        Assert.Equal(["first\n", "first\n"], outcomes.Select(x => x.Output));
        Assert.Single(outcomes, x => x.Compiled);
    }
}
