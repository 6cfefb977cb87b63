namespace Kiln.CleaningUp;

/// <summary>What becomes of a tag.</summary>
enum Fate
{
    Stays,
    Goes,

    /// <summary>What becomes of the image that it is attached to.</summary>
    Follows,
}
