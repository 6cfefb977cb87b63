namespace Kiln.Linting.Rules.Style;

/// <summary>Why nothing stands in the place of a variable.</summary>
/// <param name="Reason">A part of a sentence.</param>
/// <param name="Remedy">A sentence.</param>
sealed record UnsetReason(string Reason, string Remedy);
