using Kiln.Dockerfiles.Syntax;
using Kiln.Primitives;

namespace Kiln.Tests.Dockerfiles.Syntax;

/// <summary>Everything in an instruction that says where it stands.</summary>
static class Spans
{
    public static IEnumerable<SourceSpan> Of(Instruction instruction) =>
    [
        instruction.KeywordSpan,
        instruction.Arguments.Span,
        .. instruction.Flags.SelectMany(x => new[] { x.Span, x.NameSpan, x.ValueSpan }),
        .. instruction.InnerComments.Select(x => x.Span),
        .. instruction.Heredocs.SelectMany(x => new[] { x.Span, x.ContentSpan }),
        .. instruction.Arguments.Words('\\').Concat(instruction.Arguments.Fields()).Select(x => x.Span),
        .. (instruction.JsonItems ?? []).Select(x => x.Span),
        .. Typed(instruction),
    ];

    static IEnumerable<SourceSpan> Typed(Instruction instruction) => instruction switch
    {
        FromInstruction from => Of(from.Image, from.AsKeyword, from.StageName),
        ArgInstruction arg => arg.Declarations.SelectMany(x => Of(x.DefaultValue).Append(x.Span)),
        EnvInstruction env => env.Pairs.SelectMany(x => Of(x.Key, x.Value)),
        LabelInstruction label => label.Pairs.SelectMany(x => Of(x.Key, x.Value)),
        CopyInstruction copy => Of([.. copy.Sources, copy.Destination]),
        AddInstruction add => Of([.. add.Sources, add.Destination]),
        RunInstruction run => run.Mounts.SelectMany(x => x.Options).SelectMany(x => new[] { x.Span, x.ValueSpan }),
        HealthcheckInstruction check => [check.Type.Span, check.Command.Span],
        OnbuildInstruction { Inner: { } inner } => Of(inner),
        _ => [],
    };

    static IEnumerable<SourceSpan> Of(params Word?[] words) => words.OfType<Word>().Select(x => x.Span);
}
