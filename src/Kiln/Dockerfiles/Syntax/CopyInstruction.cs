using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>COPY [flags] source … destination</c>, or as a JSON list.</summary>
public sealed class CopyInstruction : Instruction
{
    internal CopyInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts) =>
        (Sources, Destination) = SourcesReader.Read(parts, diagnostics);

    /// <summary>Paths; what comes from heredocs is in <see cref="Instruction.Heredocs"/>.</summary>
    public IReadOnlyList<Word> Sources { get; }

    /// <summary>Null when there is only one argument, or none.</summary>
    public Word? Destination { get; }

    /// <summary>The stage, image or named context that is copied from, where it is not the build context.</summary>
    public Flag? From => FindFlag("from");

    /// <summary>Keeps the folders of the sources.</summary>
    public Flag? Parents => FindFlag("parents");

    /// <summary>The owner of what is copied.</summary>
    public Flag? Chown => FindFlag("chown");

    /// <summary>The permissions of what is copied.</summary>
    public Flag? Chmod => FindFlag("chmod");

    /// <summary>Makes a layer that does not depend on what lies below.</summary>
    public Flag? Link => FindFlag("link");

    /// <summary>What is left out, one pattern a flag.</summary>
    public IEnumerable<Flag> Excludes => Flags.Where(x => x.Name == "exclude");
}
