using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Inputs;

/// <summary>What a target is made from, and the instructions that make it: those of its stage and of the stages that it continues.</summary>
/// <param name="Base">The image, or the named context, that the first of them starts from; null for <c>scratch</c>.</param>
/// <param name="Keywords">The keywords of the instructions, first one first: each leaves one entry in the image's history.</param>
public sealed record ImageOrigin(string? Base, ValueList<string> Keywords)
{
    /// <summary>
    /// Null where it cannot be known: no such stage, a variable without a value, a stage with <c>ONBUILD</c> in between.
    /// </summary>
    public static ImageOrigin? Of(Dockerfile dockerfile, BuildTarget target)
    {
        var stages = StageList.Of(dockerfile);
        var problems = new InputProblems();
        var global = GlobalScope.Of(dockerfile, stages, target, problems);
        var names = new SourceNames(stages, target.NamedContexts);
        var instructions = new Stack<Instruction>();
        for (var stage = stages.Find(target.Stage); stage?.From.Image is { } image;)
        {
            if (names.ContextOf(stage) is { } context)
                return Made(context);
            foreach (var instruction in stage.Instructions.Reverse())
                instructions.Push(instruction);
            var source = global.Expand(image, problems) is { Length: > 0 } name ? names.OfFrom(name, stage) : null;
            switch (source)
            {
                // Its triggers would run in the next stage, and leave entries that stand in no line of that.
                case StageSource.Other { Stage: var above } when above.Instructions.OfType<OnbuildInstruction>().Any():
                    return null;
                case StageSource.Other { Stage: var above }:
                    stage = above;
                    break;
                case StageSource.Nothing:
                    return Made(null);
                case StageSource.Context { Name: var other }:
                    return Made(other);
                case StageSource.Image { Name: var other }:
                    return Made(ImageReference.TryParse(other, out var reference) ? reference.WithDefaultTag().ToString() : other);
                default:
                    return null;
            }
        }

        return null;

        ImageOrigin Made(string? from) => new(from, instructions.Select(x => x.Keyword.ToUpperInvariant()).ToValueList());
    }
}
