using Kiln.Buildx.Progress;
using Kiln.Dockerfiles;
using Kiln.Primitives;

namespace Kiln.Buildx.Steps;

/// <summary>What a person needs to mend a step: whose it is, for which platform, its lines, and what it said last.</summary>
static class FailedStep
{
    const int LongestHeadline = 160;

    internal static string Describe(BuildStep step, BuildLog log, BakeDefinition definition)
    {
        var source = StepSource.Find(new ToldStep(step, definition), Read);
        return $"{Headline(step, source, definition)}\n{Lines(source, log)}{LastLines(log.OutputOf(step))}";
    }

    internal static bool SaysDiskIsFull(BuildStep step, BuildLog log) => log.OutputOf(step).Append(step.Error).Any(FullDisk.IsTold);

    static string Headline(BuildStep step, StepSource? source, BakeDefinition definition)
    {
        var all = new StepOwners(definition).Of(step);
        var owners = source is null ? all : [source.Target];
        var images = owners.Select(x => x.ImageName).Distinct().ToArray();
        var platform = PlatformOf(step, [.. owners, .. all.Where(x => images.Contains(x.ImageName))], definition);
        var subject = images.Length == 0 ? "" : $"{(images.Length == 1 ? "Image" : "Images")} {string.Join(", ", images.Select(x => $"'{x}'"))}";
        var place = string.Join(", ", new[] { subject, platform }.Where(x => x is { Length: > 0 }));
        return $"{(place.Length > 0 ? place + ": t" : "T")}he step '{Shortened(step.Instruction)}' ({step.Place}) failed: {Reason(step.Error)}";
    }

    // A step that two targets of an image share has the name that the first one gave it, and a target for one platform gives none.
    static string? PlatformOf(BuildStep step, IEnumerable<BakeTarget> owners, BakeDefinition definition)
    {
        var names = definition.Targets.Select(x => x.Name).ToHashSet();
        return StepPlace.Parse(step.Place, names)?.Platform
            ?? owners.Select(x => x.Platforms is [var only] ? $"{only}" : null).FirstOrDefault(x => x is not null);
    }

    // Without a Dockerfile that tells, what buildx showed of it, where '>>>' marks the lines.
    static string Lines(StepSource? source, BuildLog log)
    {
        if (source is null)
            return BuildxExcerpt.Of(log);
        var text = source.Dockerfile.Source;
        var name = source.Target.DockerfileName.Trim('\'');
        return $"{name}:{text.PositionOf(source.Instruction.KeywordSpan.Start).Line}\n"
            + Indented(SourceExcerpt.Lines(text, SourceSpan.FromBounds(source.Instruction.KeywordSpan.Start, source.Instruction.Span.End))) + "\n";
    }

    static string LastLines(IReadOnlyCollection<string> output) => output.Count switch
    {
        0 => "The step printed nothing.",
        1 => $"It printed:\n{Indented(output)}",
        _ => $"Its last {output.Count} lines:\n{Indented(output)}",
    };

    static Dockerfile? Read(BakeTarget target)
    {
        try
        {
            return Dockerfile.Parse(File.ReadAllText(target.Dockerfile), target.Dockerfile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It was there when the build began; the message has to do without its lines.
            return null;
        }
    }

    static string Shortened(string instruction)
    {
        var line = string.Join(' ', instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestHeadline ? line : line[..(LongestHeadline - 1)] + "…";
    }

    // BuildKit repeats the whole command before it.
    static string Reason(string error) => error.LastIndexOf("exit code:", StringComparison.Ordinal) is var at and >= 0 ? error[at..] : error;

    static string Indented(IEnumerable<string> lines) => string.Join("\n", lines.Select(x => "  " + x));
}
