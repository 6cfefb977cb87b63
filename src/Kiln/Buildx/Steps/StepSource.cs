using Kiln.Buildx.Progress;
using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Buildx.Steps;

/// <summary>The instruction that a step carries out, and the target whose Dockerfile it stands in.</summary>
sealed record StepSource(BakeTarget Target, Dockerfile Dockerfile, Stage Stage, Instruction Instruction)
{
    static readonly string[] Counted = ["RUN", "COPY", "ADD", "WORKDIR"];

    /// <summary>
    /// Found by stage, number and text. A target also tells the steps of images of the build that it is made from, so those
    /// Dockerfiles are looked into too. Null where none fits, as for the triggers of a base's <c>ONBUILD</c>.
    /// </summary>
    internal static StepSource? Find(ToldStep told, Func<BakeTarget, Dockerfile?> read)
    {
        var (step, solved) = told;
        var places = told.Places.ToArray();
        var owners = new StepOwners(solved).Of(step);
        var found = owners.Concat(solved.Targets).Distinct().SelectMany(Candidates).ToArray();
        return found.FirstOrDefault(x => IsTextOf(x.Instruction, step)) ?? found.FirstOrDefault(x => owners.Contains(x.Target));

        IEnumerable<StepSource> Candidates(BakeTarget target) => read(target) is { } dockerfile
            ? places.Select(x => At(target, dockerfile, x)).OfType<StepSource>().Where(x => IsKeywordOf(x.Instruction, step))
            : [];
    }

    static StepSource? At(BakeTarget target, Dockerfile dockerfile, StepPlace place)
    {
        if (StageOf(StageList.Of(dockerfile), place.Stage) is not { } stage)
            return null;
        var counted = stage.Instructions.Where(x => Counted.Contains(x.Keyword)).ToArray();
        var isFromCounted = place.Total - counted.Length;
        var index = place.Number - isFromCounted - 1;
        return isFromCounted is 0 or 1 && index >= 0 && index < counted.Length ? new StepSource(target, dockerfile, stage, counted[index]) : null;
    }

    // moby/buildkit frontend/dockerfile/dockerfile2llb: a stage without a name is called by its number where there are several.
    static Stage? StageOf(StageList stages, string? name) => name is null
        ? stages.Stages is [var only] ? only : null
        : stages.ByName(name) ?? stages.Stages.FirstOrDefault(x => name == $"stage-{x.Index}");

    static bool IsKeywordOf(Instruction instruction, BuildStep step) =>
        step.Instruction.StartsWith(instruction.Keyword + " ", StringComparison.OrdinalIgnoreCase);

    // BuildKit replaces variables in COPY, ADD and WORKDIR; then the text differs.
    static bool IsTextOf(Instruction instruction, BuildStep step) => Words(step.Instruction).SequenceEqual(
        Words($"{instruction.Keyword} {string.Join(' ', instruction.Flags)} {instruction.Arguments}"));

    static IEnumerable<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
