namespace Kiln.Oci.Registries;

/// <summary>
/// When a request that failed for a passing reason is sent again: overload (429), server errors and broken connections.
/// </summary>
public sealed record RetryPolicy
{
    /// <summary>How often a request is sent at most. Default: 5.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; it doubles with each further one. Default: half a second.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// No wait is longer; a registry that asks for more gets no further attempt. Default: two minutes.
    /// </summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The wait after an attempt, counted from 1, or null to give up. <paramref name="jitter"/> from 0 to 1 spreads
    /// clients that failed together; what a registry asks for is a floor.
    /// </summary>
    public TimeSpan? DelayAfter(int attempt, TimeSpan? asked, double jitter)
    {
        if (attempt >= Attempts || asked > LongestDelay)
            return null;
        var doubled = FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 20)) * (0.5 + jitter / 2);
        var wanted = asked > doubled ? asked.Value : doubled;
        return wanted < LongestDelay ? wanted : LongestDelay;
    }
}
