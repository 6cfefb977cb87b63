using Kiln.Dockerfiles;
using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Buildx.History;

/// <summary>The instructions that lead to a step: those above it in its stage, and those of the stages that this one continues.</summary>
static class StageLines
{
    /// <summary>From the first stage's <c>FROM</c> down to the end of this stage.</summary>
    internal static IReadOnlyList<Instruction> Of(Dockerfile dockerfile, Stage stage)
    {
        var stages = StageList.Of(dockerfile);
        var lines = new LinkedList<Instruction>();
        for (var at = stage; at is not null; at = Above(stages, at))
        {
            foreach (var instruction in at.Instructions.Reverse().Append(at.From))
                lines.AddFirst(instruction);
        }

        return [.. lines];
    }

    /// <summary>The stage of that name or number, as BuildKit's events name it.</summary>
    internal static Stage? Find(Dockerfile dockerfile, Stage like) => like.Name is { } name
        ? StageList.Of(dockerfile).ByName(name)
        : StageList.Of(dockerfile).Stages.FirstOrDefault(x => x.Index == like.Index && x.Name is null);

    /// <summary>As BuildKit reads it, so that a comment or another break of lines is no change.</summary>
    internal static string TextOf(Instruction instruction) => string.Join(
        ' ',
        $"{instruction.Keyword} {string.Join(' ', instruction.Flags)} {instruction.Arguments}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Concat(instruction.Heredocs.Select(x => x.Content)));

    static Stage? Above(StageList stages, Stage stage) => stage.From.Image is { Text: var name }
        ? stages.Stages.LastOrDefault(x => x.Index < stage.Index && x.Name == name.ToLowerInvariant())
        : null;
}
