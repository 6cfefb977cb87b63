namespace Kiln.Advising;

/// <summary>Something that would make an image smaller.</summary>
/// <param name="What">What to do, with the rule that found it.</param>
/// <param name="Bytes">How much smaller, unpacked; null where nobody can tell without trying.</param>
/// <param name="IsMeasured">The bytes are those of layers that were built; otherwise they are an estimate.</param>
sealed record Saving(string What, long? Bytes, bool IsMeasured)
{
    /// <summary>It is another base that saves them, which one can take only once. Default: no.</summary>
    public bool IsAboutBase { get; init; }
}
