using Kiln.Buildx.Progress;

namespace Kiln.Buildx.Steps;

/// <summary>The engine, buildx or the connection between them ended in the middle of a solve.</summary>
static class LostEngine
{
    // grpc-go and the docker client, when the other end is gone. A registry that cannot be reached has other words.
    static readonly string[] Signs =
    [
        "code = Unavailable", "error reading from server", "transport is closing", "closing transport", "Cannot connect to the Docker daemon",
        "frontend grpc server closed unexpectedly", "no active session for", "use of closed network connection",
    ];

    /// <summary>BuildKit's words for it, empty where buildx ended without any; null where the solve failed for something else.</summary>
    internal static string? In(BuildLog log)
    {
        var words = log.ClosingText.LastOrDefault(x => x.StartsWith("ERROR:", StringComparison.Ordinal))?["ERROR:".Length..].Trim();
        if (words is { Length: > 0 })
            return Signs.Any(x => words.Contains(x, StringComparison.Ordinal)) ? words : null;
        return log.Failed is null ? "" : null;
    }

    internal static KilnException Failure(string words, int exitCode, BuildLog log, BakeDefinition definition)
    {
        var reason = words.Length > 0 ? words : $"buildx ended with exit code {exitCode} and without a reason";
        return new KilnException(
            ErrorCodes.EngineLost,
            $"The engine was lost in the middle of the build: {reason}.\n{Finished(log, definition)}"
            + "Nothing was loaded or tagged, and the last good layouts stay. Run it again: it goes on where this one ended.");
    }

    static string Finished(BuildLog log, BakeDefinition definition)
    {
        var owners = new StepOwners(definition);
        var steps = log.Steps.Where(x => x.IsInstruction)
            .SelectMany(x => owners.Of(x).Select(y => (Image: y.ImageName, Step: x)).DistinctBy(y => y.Image))
            .ToLookup(x => x.Image, x => x.Step);
        var lines = definition.Targets.Select(x => x.ImageName).Distinct()
            .Select(x => $"  {x}: {steps[x].Count(IsDone)} of the {steps[x].Count()} steps that were known\n");
        return $"Finished were:\n{string.Concat(lines)}";
    }

    static bool IsDone(BuildStep step) => step.Completed is not null && step.Error.Length == 0;
}
