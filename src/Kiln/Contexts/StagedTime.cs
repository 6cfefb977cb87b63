namespace Kiln.Contexts;

/// <summary>
/// The time of modification that a staged file gets. With a timestamp all share its second, and the fraction is a
/// fingerprint of the source's time: so a change is noticed here and by BuildKit, which compares fractions too, while an
/// image, which has whole seconds, shows none.
/// </summary>
sealed class StagedTime(DateTimeOffset? timestamp)
{
    readonly DateTime? _second = timestamp is { } time
        ? new DateTime(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, DateTimeKind.Utc)
        : null;

    /// <summary>For a file, from the time of its source.</summary>
    public DateTime OfFile(DateTime source) => _second is { } second ? second.AddTicks(Fingerprint(source)) : source;

    /// <summary>For folders and links: what they are does not show in their time.</summary>
    public DateTime OfOther(DateTime source) => _second ?? source;

    /// <summary>Whether a staged file was copied from a source of that time, perhaps under another timestamp.</summary>
    public bool IsOf(DateTime staged, DateTime source) =>
        _second is null ? staged == source : staged.Ticks % TimeSpan.TicksPerSecond == Fingerprint(source);

    // The finaliser of SplitMix64: neighbouring times get far fractions.
    static long Fingerprint(DateTime source)
    {
        var mixed = (ulong)source.Ticks;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (long)((mixed ^ (mixed >> 31)) % TimeSpan.TicksPerSecond);
    }
}
