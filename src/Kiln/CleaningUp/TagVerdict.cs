namespace Kiln.CleaningUp;

/// <summary>What becomes of a tag, taken for itself: its image stays all the same where another tag keeps it.</summary>
sealed record TagVerdict(StoredTag Tag, Fate Fate, string Why);
