using Kiln.Dockerfiles.Stages;
using Kiln.Dockerfiles.Syntax;

namespace Kiln.Linting;

/// <summary>A stage with its FROM, or what stands before the first one.</summary>
/// <param name="Stage">Null for what stands before the first FROM.</param>
/// <param name="Instructions">Without the FROM, in their order.</param>
/// <param name="IsFinal">It becomes the image: the target, or the last one.</param>
public sealed record LintSection(Stage? Stage, IReadOnlyList<Instruction> Instructions, bool IsFinal)
{
    /// <summary>The instructions, and those that ONBUILD keeps for later.</summary>
    public IEnumerable<Instruction> WithTriggers => Instructions.Select(x => x is OnbuildInstruction { Inner: { } inner } ? inner : x);

    /// <summary>Those of a kind, also behind ONBUILD.</summary>
    public IEnumerable<T> Of<T>() where T : Instruction => WithTriggers.OfType<T>();
}
