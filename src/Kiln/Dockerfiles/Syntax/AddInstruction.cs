using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>ADD [flags] source … destination</c>, or as a JSON list.</summary>
public sealed class AddInstruction : Instruction
{
    internal AddInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts) =>
        (Sources, Destination) = SourcesReader.Read(parts, diagnostics);

    /// <summary>Paths, URLs, repositories; what comes from heredocs is in <see cref="Instruction.Heredocs"/>.</summary>
    public IReadOnlyList<Word> Sources { get; }

    /// <summary>Null when there is only one argument, or none.</summary>
    public Word? Destination { get; }

    /// <summary>What a download must hash to.</summary>
    public Flag? Checksum => FindFlag("checksum");

    /// <summary>Keeps <c>.git</c> of a repository.</summary>
    public Flag? KeepGitDir => FindFlag("keep-git-dir");

    /// <summary>Whether archives are unpacked.</summary>
    public Flag? Unpack => FindFlag("unpack");

    /// <summary>The owner of what is copied.</summary>
    public Flag? Chown => FindFlag("chown");

    /// <summary>The permissions of what is copied.</summary>
    public Flag? Chmod => FindFlag("chmod");

    /// <summary>Makes a layer that does not depend on what lies below.</summary>
    public Flag? Link => FindFlag("link");

    /// <summary>What is left out, one pattern a flag.</summary>
    public IEnumerable<Flag> Excludes => Flags.Where(x => x.Name == "exclude");
}
