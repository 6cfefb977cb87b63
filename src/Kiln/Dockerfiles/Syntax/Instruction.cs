using Kiln.Dockerfiles.Syntax.Parsing;
using Kiln.Primitives;

namespace Kiln.Dockerfiles.Syntax;

/// <summary>A keyword and what belongs to it: all lines that it goes over, and its heredocs.</summary>
public abstract class Instruction : DockerfileNode
{
    private protected Instruction(InstructionParts parts) : base(parts.Source, parts.Span)
    {
        Keyword = parts.Keyword;
        KeywordSpan = parts.KeywordSpan;
        Flags = parts.Flags;
        Arguments = parts.Arguments;
        JsonItems = parts.JsonItems;
        Heredocs = parts.Heredocs;
        InnerComments = parts.InnerComments;
    }

    /// <summary>In upper case; empty for a lone escape at the end of a file.</summary>
    public string Keyword { get; }

    /// <summary>Where the keyword stands.</summary>
    public SourceSpan KeywordSpan { get; }

    /// <summary>All flags in their order, also unknown ones.</summary>
    public IReadOnlyList<Flag> Flags { get; }

    /// <summary>What follows keyword and flags, trimmed.</summary>
    public LogicalText Arguments { get; }

    /// <summary>
    /// The strings of the JSON form, decoded, where the instruction has such a form and uses it; HEALTHCHECK has it
    /// behind CMD.
    /// </summary>
    public IReadOnlyList<Word>? JsonItems { get; }

    /// <summary>In the order of their words. An ONBUILD has those of its inner instruction.</summary>
    public IReadOnlyList<Heredoc> Heredocs { get; }

    /// <summary>Comments between its lines.</summary>
    public IReadOnlyList<CommentLine> InnerComments { get; }

    /// <summary>The first flag of this name.</summary>
    public Flag? FindFlag(string name) => Flags.FirstOrDefault(x => x.Name == name);
}
