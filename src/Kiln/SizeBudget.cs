namespace Kiln;

/// <summary>
/// How large an image may be on each of its platforms. An image over its budget is not kept: the build fails (KILN3028) and says
/// by how much, and which layers make it so large. Throws KILN1027 for limits that cannot be meant.
/// </summary>
public sealed record SizeBudget
{
    /// <summary>Bytes of all layers unpacked, which is nearly what it takes on disk. Default: any.</summary>
    public long? Unpacked { get; init => field = Limits.Positive(nameof(Unpacked), value); }

    /// <summary>Bytes that a pull transfers. Default: any.</summary>
    public long? Compressed { get; init => field = Limits.Positive(nameof(Compressed), value); }

    /// <summary>How much larger it may be than an earlier build of it, usually the base branch's. Default: any.</summary>
    public SizeGrowth? Growth { get; init; }
}

static class Limits
{
    internal static long? Positive(string name, long? bytes) => bytes is null or > 0
        ? bytes
        : throw new KilnException(
            ErrorCodes.SizeBudgetInvalid, $"A size budget's {name} is {bytes} bytes. Name a number above 0, or leave it out for any size.");

    // Zero is meant: not a byte more.
    internal static double NotNegative(double limit, string unit) => limit >= 0 && double.IsFinite(limit)
        ? limit
        : throw new KilnException(
            ErrorCodes.SizeBudgetInvalid, $"A size budget allows a growth of {limit} {unit}. Name 0 or more, or leave Growth out.");
}
