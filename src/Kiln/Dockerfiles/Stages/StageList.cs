using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Stages;

/// <summary>A Dockerfile seen as its stages: a view, the tree stays what it is.</summary>
public sealed class StageList
{
    StageList(IReadOnlyList<ArgInstruction> globalArguments, IReadOnlyList<Stage> stages) =>
        (GlobalArguments, Stages) = (globalArguments, stages);

    /// <summary>The <c>ARG</c>s before the first stage, which only <c>FROM</c> lines see by themselves.</summary>
    public IReadOnlyList<ArgInstruction> GlobalArguments { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The names that stages have, in the order of the file.</summary>
    public ValueList<string> Names => Stages.Select(x => x.Name).OfType<string>().ToValueList();

    /// <summary>Cuts a Dockerfile at its <c>FROM</c> lines.</summary>
    public static StageList Of(Dockerfile dockerfile)
    {
        var instructions = dockerfile.Instructions.ToArray();
        var starts = Enumerable.Range(0, instructions.Length).Where(x => instructions[x] is FromInstruction).ToArray();
        var stages = starts.Select((start, index) => new Stage(
            index,
            (FromInstruction)instructions[start],
            instructions[(start + 1)..(index + 1 < starts.Length ? starts[index + 1] : instructions.Length)]));
        return new StageList(
            [.. instructions.Take(starts.FirstOrDefault(instructions.Length)).OfType<ArgInstruction>()], [.. stages]);
    }

    /// <summary>The stage that BuildKit would build: the last one for null. It knows no target by its number.</summary>
    public Stage? Find(string? target) => target is null ? Stages.LastOrDefault() : ByName(target);

    /// <summary>The stage of that name; of several the last, as in BuildKit.</summary>
    public Stage? ByName(string name) => Stages.LastOrDefault(x => x.Name == name.ToLowerInvariant());
}
