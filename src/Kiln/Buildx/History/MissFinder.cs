using Kiln.Buildx.Progress;
using Kiln.Buildx.Steps;
using Kiln.Contexts;
using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;
using Kiln.Receipts;

namespace Kiln.Buildx.History;

/// <summary>
/// Why a step was in no cache: what it depends on is compared with what it was at the last build of the image on this machine.
/// BuildKit itself does not say, so this is the likeliest reason, and none where nothing is found.
/// </summary>
sealed class MissFinder(ImageSpec image, BuildInputs now, RememberedBuild? last, Func<string, ContextContents> read)
{
    /// <summary>The cause, and what changed.</summary>
    internal (MissCause Cause, ValueList<string> Changed) Explain(BuildStep step, StepSource? source)
    {
        if (source?.Stage.Name is { } stage && image.UncachedStages.Any(x => x.Equals(stage, StringComparison.OrdinalIgnoreCase)))
            return (MissCause.Asked, [stage]);
        if (last is not { Inputs: var before })
            return (MissCause.FirstBuild, []);
        return Ordered(step, source, before).FirstOrDefault(x => x.Changed.Count > 0) is { Changed.Count: > 0 } found ? found : (MissCause.Unknown, []);
    }

    // What the step says itself comes before what it stands on.
    IEnumerable<(MissCause Cause, ValueList<string> Changed)> Ordered(BuildStep step, StepSource? source, BuildInputs before)
    {
        if (source is not null)
        {
            var above = Above(source);
            var line = ChangedLine(source, above, before);
            yield return (line is FromInstruction ? MissCause.Base : MissCause.Instruction, line is null ? [] : [Describe(source.Dockerfile, line)]);
            yield return (MissCause.Argument, Differing(before.Arguments, now.Arguments).Where(x => Uses(above, x)).ToValueList());
            yield return (MissCause.Base, ChangedPins(above, before));
            var instruction = AsCarriedOut(step) ?? source.Instruction;
            yield return (MissCause.File, Changed(instruction, before, (x, y) => x.ChangedSince(y)));
            yield return (MissCause.Mode, Changed(instruction, before, (x, y) => x.OtherModesSince(y)));
            if (instruction is RunInstruction)
                yield return (MissCause.Setting, Differing(before.Settings, now.Settings).ToValueList());
        }

        yield return (MissCause.Platform, now.Platforms.Except(before.Platforms).Where(x => IsFor(step, x)).ToValueList());
        yield return (MissCause.Builder, now.Builder == before.Builder ? [] : [$"{before.Builder} → {now.Builder}"]);
    }

    static IReadOnlyList<Instruction> Above(StepSource source)
    {
        var lines = StageLines.Of(source.Dockerfile, source.Stage);
        return [.. lines.TakeWhile(x => x.Span != source.Instruction.Span), source.Instruction];
    }

    // The first that differs, FROM too.
    static Instruction? ChangedLine(StepSource source, IReadOnlyList<Instruction> above, BuildInputs before)
    {
        var old = Dockerfile.Parse(before.Dockerfile);
        var known = StageLines.Find(old, source.Stage) is { } stage ? StageLines.Of(old, stage).Select(StageLines.TextOf).ToArray() : [];
        return above.Index().FirstOrDefault(x => x.Index >= known.Length || known[x.Index] != StageLines.TextOf(x.Item)).Item;
    }

    static string Describe(Dockerfile dockerfile, Instruction line) =>
        $"line {dockerfile.Source.PositionOf(line.KeywordSpan.Start).Line}: {Shortened(StageLines.TextOf(line))}";

    // RUN sees every argument that is declared above it; elsewhere one counts where it is named.
    static bool Uses(IReadOnlyList<Instruction> above, string argument) =>
        above[^1] is RunInstruction && above.OfType<ArgInstruction>().SelectMany(x => x.Declarations).Any(x => x.Name == argument)
        || above.Where(x => x is not RunInstruction || x == above[^1]).Any(x => Names(StageLines.TextOf(x), argument));

    static bool Names(string text, string argument) =>
        text.Contains($"${argument}", StringComparison.Ordinal) || text.Contains($"${{{argument}", StringComparison.Ordinal);

    ValueList<string> ChangedPins(IReadOnlyList<Instruction> above, BuildInputs before)
    {
        var texts = above.OfType<FromInstruction>().Append(above[^1]).Select(StageLines.TextOf).ToArray();
        return Differing(before.Pins, now.Pins).Where(x => texts.Any(y => Means(y, x)))
            .Select(x => $"{x}: {ShortPin(before.Pins.GetValueOrDefault(x))} → {ShortPin(now.Pins.GetValueOrDefault(x))}").ToValueList();
    }

    // What a variable in it stands for is not known here, so it may be any.
    static bool Means(string text, string pinned) => text.Split(' ').SelectMany(x => x.Split('=', ',')).Any(x =>
        x == pinned || x.Contains('$') || (ImageReference.TryParse(x, out var reference) && reference.WithDefaultTag().ToString() == pinned));

    ValueList<string> Changed(Instruction instruction, BuildInputs before, Func<ContextContents, ContextContents, IEnumerable<string>> compare) =>
        ReadFiles.Of(instruction)
            .Where(x => now.Contexts.ContainsKey(x.Context) && before.Contexts.ContainsKey(x.Context))
            .SelectMany(x => compare(read(now.Contexts[x.Context]), read(before.Contexts[x.Context])).Where(y => ReadFiles.Takes(x.Patterns, y)))
            .Distinct().ToValueList();

    // With its variables replaced.
    static Instruction? AsCarriedOut(BuildStep step) => step.Instruction.Contains("<<", StringComparison.Ordinal)
        ? null
        : Dockerfile.Parse($"FROM scratch\n{step.Instruction}\n").Instructions.ElementAtOrDefault(1);

    static bool IsFor(BuildStep step, string platform) => step.Places.Any(x => x.Contains(platform, StringComparison.Ordinal))
        || !step.Places.Any(x => x.Contains("linux/", StringComparison.Ordinal));

    static IEnumerable<string> Differing(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        before.Keys.Union(now.Keys).Where(x => before.GetValueOrDefault(x) != now.GetValueOrDefault(x)).Order(StringComparer.Ordinal);

    static string ShortPin(string? pin) => pin is null ? "none" : Digest.TryParse(pin, out var digest) ? $"{digest.Algorithm}:{digest.Short}" : pin;

    static string Shortened(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
