namespace Kiln;

/// <summary>
/// How much larger than an earlier build an image may be, unpacked and to pull. That build is known by its receipt, the one that Push attached to the base
/// branch's image unless another is named; where there is none, that is said, and nothing is compared.
/// </summary>
public abstract record SizeGrowth
{
    SizeGrowth(string? over) => Over = over;

    /// <summary>
    /// The earlier receipt: a file, or a folder that is searched for the image's latest; relative to the repository, or absolute. Null: that of the base branch's
    /// image in the first registry.
    /// </summary>
    public string? Over { get; }

    /// <summary>At most so many bytes more.</summary>
    public static SizeGrowth OfBytes(long limit, string? over = null) => new Bytes((long)Limits.NotNegative(limit, "bytes"), over);

    /// <summary>At most so many percent more: 5 for a twentieth.</summary>
    public static SizeGrowth OfPercent(double limit, string? over = null) => new Percent(Limits.NotNegative(limit, "percent"), over);

    /// <summary>A limit in bytes.</summary>
    public sealed record Bytes : SizeGrowth
    {
        internal Bytes(long limit, string? over) : base(over) => Limit = limit;

        /// <summary>Bytes.</summary>
        public long Limit { get; }
    }

    /// <summary>A limit in percent of the earlier size.</summary>
    public sealed record Percent : SizeGrowth
    {
        internal Percent(double limit, string? over) : base(over) => Limit = limit;

        /// <summary>Percent.</summary>
        public double Limit { get; }
    }
}
