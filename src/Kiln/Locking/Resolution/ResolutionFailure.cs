namespace Kiln.Locking.Resolution;

/// <summary>What is said when inputs cannot be had: all of them at once.</summary>
static class ResolutionFailure
{
    // A single one keeps its own code and what its exception carries.
    internal static KilnException Of(IReadOnlyList<(RequiredInput Input, KilnException Failure)> failures) => failures is [var only]
        ? only.Failure
        : new KilnException(
            ErrorCodes.InputUnavailable,
            $"{failures.Count} inputs cannot be had:\n" + string.Join('\n', failures
                .OrderBy(x => x.Input.Key, StringComparer.Ordinal)
                .Select(x => $"  {x.Input.Key} ({x.Input.Place}): {x.Failure}")));
}
