using Kiln.Buildx.Progress;

namespace Kiln.Buildx.Steps;

/// <summary>A disk without room: the engine's own, or the one that the layouts are written to.</summary>
static class FullDisk
{
    // strerror(3) of ENOSPC, as the kernel's users print it.
    const string Words = "no space left on device";

    internal static bool IsTold(string text) => text.Contains(Words, StringComparison.OrdinalIgnoreCase);

    /// <summary>BuildKit's words for it; null where the solve failed for something else.</summary>
    internal static string? In(BuildLog log) => log.Steps.Select(x => x.Error).Concat(log.ClosingText).LastOrDefault(IsTold) is { } told
        ? told.StartsWith("ERROR:", StringComparison.Ordinal) ? told["ERROR:".Length..].Trim() : told
        : null;

    internal static KilnException Failure(string words) => new(
        ErrorCodes.DiskFull,
        $"A disk is full: {words}. Make room where the engine keeps its data ('docker buildx prune' takes out cached steps, 'docker system df' shows "
        + "what there is), or where the layouts are written, if that is what the path says. Nothing of this solve was kept; the last good layouts stay.");

    internal static KilnException OfStep(string description) => new(
        ErrorCodes.DiskFull,
        $"{description}\nA disk is full: the engine's own ('docker buildx prune' makes room), or a tmpfs that the step writes to, such as /dev/shm.");
}
