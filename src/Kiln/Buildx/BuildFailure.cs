using System.Text.RegularExpressions;
using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;

namespace Kiln.Buildx;

/// <summary>From BuildKit's last events to a message for people: the line of the Dockerfile, the step's last lines.</summary>
static partial class BuildFailure
{
    internal static KilnException From(int exitCode, BuildLog log, BakeDefinition definition, string? fullLog = null)
    {
        var failure = Told(exitCode, log, definition);
        return fullLog is null ? failure : new KilnException(failure.Code, $"{failure.Message}\nThe full log is {fullLog}.");
    }

    static KilnException Told(int exitCode, BuildLog log, BakeDefinition definition)
    {
        var files = FilesOf(definition, log.Failed);
        if (DeniedSource(log) is { } source)
            return new KilnException(ErrorCodes.InputDenied, DenialMessage(source, log, files));
        if (log.Failed is { } changed && Mismatch().Match(changed.Error) is { Success: true } digests)
            return new KilnException(ErrorCodes.InputChanged, ChangeMessage(changed, digests, log, files));
        // A layer that finds no room is cut short too.
        var full = FullDisk.In(log);
        if (full is null && CacheDamage.In(log, definition) is { } damage)
            return CacheDamage.Failure(damage);
        if (log.Failed is null && RequiresCaches(definition) && log.BrokenTransfers.LastOrDefault(x => x.IsCacheExport) is { } cache)
        {
            return new KilnException(
                ErrorCodes.CacheUnusable,
                $"The cache is required, and '{cache.Instruction}' failed: {cache.Error}. Mend it, or run without '--cache-required'. "
                + "What was built is in the builder's own cache.");
        }

        if (LostEngine.In(log) is { } lost)
            return LostEngine.Failure(lost, exitCode, log, definition);
        if (log.Failed is { IsInstruction: true } step)
        {
            var description = FailedStep.Describe(step, log, definition);
            return FailedStep.SaysDiskIsFull(step, log)
                ? FullDisk.OfStep(description)
                : new KilnException(ErrorCodes.BuildStepFailed, description);
        }

        return full is not null
            ? FullDisk.Failure(full)
            : new KilnException(ErrorCodes.BuildFailed, SolveMessage(log, files));
    }

    // Reading a cache never fails a solve, and writing it only where that is not to be ignored.
    static bool RequiresCaches(BakeDefinition definition) =>
        definition.Targets.SelectMany(x => x.CacheTo).Any(x => !x.Attributes.ContainsKey("ignore-error"));

    // With several targets buildx writes the target's name first into a step's bracket.
    static string FilesOf(BakeDefinition definition, BuildStep? failed)
    {
        var own = definition.Targets.Where(x => x.Name == failed?.Place.Split(' ')[0]).ToArray();
        return string.Join(", ", (own.Length > 0 ? own : [.. definition.Targets]).Select(x => x.DockerfileName).Distinct());
    }

    static string SolveMessage(BuildLog log, string files)
    {
        var words = log.ClosingText.LastOrDefault(x => x.StartsWith("ERROR:", StringComparison.Ordinal))?["ERROR:".Length..].Trim();
        return $"BuildKit could not build {files}: {words ?? log.Failed?.Error}\n{BuildxExcerpt.Of(log)}".TrimEnd();
    }

    static string? DeniedSource(BuildLog log) => log.ClosingText
        .Select(x => Denial().Match(x))
        .Where(x => x.Success)
        .Select(x => x.Groups["source"].Value)
        .FirstOrDefault();

    static string DenialMessage(string source, BuildLog log, string files)
    {
        const string image = "docker-image://";
        var name = source.StartsWith(image, StringComparison.Ordinal) && ImageReference.TryParse(source[image.Length..], out var reference)
            ? reference.Familiar
            : source;
        return $"BuildKit refused to fetch '{name}' for {files}: nothing pins it.\n{BuildxExcerpt.Of(log)}"
            + "Run './build.sh Restore', which adds what the Dockerfiles name to the lock. What only a base image's ONBUILD names has "
            + "to be named in the Dockerfile too, or allowed to float.";
    }

    static string ChangeMessage(BuildStep step, Match digests, BuildLog log, string files) =>
        $"What '{step.Instruction}' of {files} fetches is not what is pinned: {digests.Groups["pinned"].Value} was expected, and "
        + $"{digests.Groups["served"].Value} came.\n{BuildxExcerpt.Of(log)}Find out why it changed; './build.sh UpdateLock' takes it as it is now.";

    // moby/buildkit sourcepolicy/engine.go
    [GeneratedRegex("""source "(?<source>[^"]+)" denied by policy""")]
    private static partial Regex Denial();

    // moby/buildkit source/http/source.go
    [GeneratedRegex("digest mismatch (?<served>sha256:[0-9a-f]{64}): (?<pinned>sha256:[0-9a-f]{64})")]
    private static partial Regex Mismatch();
}
