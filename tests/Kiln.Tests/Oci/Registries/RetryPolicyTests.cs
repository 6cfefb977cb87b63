using Kiln.Oci.Registries;

namespace Kiln.Tests.Oci.Registries;

public class RetryPolicyTests
{
    // attempt  asked  jitter  wait (ms; none: give up)
    // doubles from 500, spread down to its half; what is asked is a floor; no wait above the longest
    [Theory]
    [InlineData(1, null, 1.0, 500)]
    [InlineData(1, null, 0.0, 250)]
    [InlineData(2, null, 1.0, 1000)]
    [InlineData(4, null, 1.0, 4000)]
    [InlineData(5, null, 1.0, null)]
    [InlineData(1, 3.0, 1.0, 3000)]
    [InlineData(1, 0.1, 1.0, 500)]
    [InlineData(1, 120.0, 1.0, 120000)]
    [InlineData(1, 121.0, 1.0, null)]
    public void Says_how_long_to_wait(int attempt, double? asked, double jitter, int? milliseconds)
    {
        var floor = asked is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;

        var delay = new RetryPolicy().DelayAfter(attempt, floor, jitter);

        Assert.Equal(milliseconds, delay?.TotalMilliseconds);
    }

    [Fact]
    public void Never_waits_longer_than_the_longest() =>
        Assert.Equal(TimeSpan.FromMinutes(2), new RetryPolicy { Attempts = 100 }.DelayAfter(60, null, 1));

    [Theory]
    [InlineData("latest", false, true, true)]
    [InlineData("1.0", false, true, false)]
    public void Tags_move_only_where_that_is_allowed(string tag, bool refusing, bool allowing, bool only)
    {
        Assert.Equal(refusing, TagPolicy.RefuseMoves.MayMove(tag));
        Assert.Equal(allowing, TagPolicy.AllowMoves.MayMove(tag));
        Assert.Equal(only, TagPolicy.AllowMovesOf("latest").MayMove(tag));
    }
}
