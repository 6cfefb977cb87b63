using Kiln.Dockerfiles.Syntax.Parsing;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>RUN [flags] command</c>, or as a JSON list.</summary>
public sealed class RunInstruction : Instruction
{
    static readonly string[] Networks = ["default", "none", "host"];
    static readonly string[] SecurityModes = ["sandbox", "insecure"];

    internal RunInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Mounts =
        [
            .. parts.Flags
                .Where(x => x is { Name: "mount", Value: not null })
                .Select(x => new Mount(parts.Source.Text, x, diagnostics)),
        ];

        CheckChoice(Network, Networks, diagnostics);
        CheckChoice(Security, SecurityModes, diagnostics);
        if (IsShellForm && Arguments.IsEmpty)
            diagnostics.Warning(KeywordSpan, "RUN has no command.");
    }

    /// <summary>Those of all <c>--mount</c> flags, in their order.</summary>
    public IReadOnlyList<Mount> Mounts { get; }

    /// <summary>The shell reads the arguments; otherwise they are a JSON list.</summary>
    public bool IsShellForm => JsonItems is null;

    /// <summary>The network that the command sees.</summary>
    public Flag? Network => FindFlag("network");

    /// <summary>Whether the command runs with all rights.</summary>
    public Flag? Security => FindFlag("security");

    /// <summary>The devices that the command sees.</summary>
    public IEnumerable<Flag> Devices => Flags.Where(x => x.Name == "device");

    static void CheckChoice(Flag? flag, string[] allowed, SyntaxDiagnostics diagnostics)
    {
        if (flag is { Value: { } value } && !allowed.Contains(value))
            diagnostics.Error(
                flag.ValueSpan,
                $"The flag '--{flag.Name}' cannot be {SyntaxDiagnostics.Quote(value)}."
                + $"{NearestName.Question(value, allowed)} It can be: {SyntaxDiagnostics.List(allowed)}.");
    }
}
