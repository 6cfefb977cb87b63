using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>HEALTHCHECK [flags] CMD command</c>, or <c>HEALTHCHECK NONE</c>.</summary>
public sealed class HealthcheckInstruction : Instruction
{
    internal HealthcheckInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        Command = JsonForm.BehindFirstWord(parts.Arguments);
        Type = parts.Arguments.WordAt(0, parts.Arguments.Text.AsSpan().IndexOfAny(" \t\v\f\r") is var end and >= 0
            ? end
            : parts.Arguments.Text.Length);
        HealthcheckRules.Check(this, diagnostics);
    }

    /// <summary><c>CMD</c> or <c>NONE</c>, as written; empty when nothing is written.</summary>
    public Word Type { get; }

    /// <summary>Takes back a check of the base image.</summary>
    public bool IsNone => Type.Text.Equals("NONE", StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows CMD; in the JSON form, <see cref="Instruction.JsonItems"/> has its items.</summary>
    public LogicalText Command { get; }

    /// <summary>The shell reads the command; otherwise it is a JSON list.</summary>
    public bool IsShellForm => JsonItems is null;

    /// <summary>The time between two checks.</summary>
    public Flag? Interval => FindFlag("interval");

    /// <summary>How long a check may take.</summary>
    public Flag? Timeout => FindFlag("timeout");

    /// <summary>How long failures do not count at first.</summary>
    public Flag? StartPeriod => FindFlag("start-period");

    /// <summary>The time between two checks while failures do not count.</summary>
    public Flag? StartInterval => FindFlag("start-interval");

    /// <summary>How many failures make a container unhealthy.</summary>
    public Flag? Retries => FindFlag("retries");
}
