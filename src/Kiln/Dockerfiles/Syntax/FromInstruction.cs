using Kiln.Dockerfiles.Syntax.Parsing;

namespace Kiln.Dockerfiles.Syntax;

/// <summary><c>FROM [--platform=…] image [AS name]</c>: begins a stage.</summary>
public sealed class FromInstruction : Instruction
{
    internal FromInstruction(InstructionParts parts, SyntaxDiagnostics diagnostics) : base(parts)
    {
        var fields = parts.Arguments.Fields();
        Platform = parts.FindFlag("platform");
        Image = fields.FirstOrDefault();
        if (fields.Count >= 2 && fields[1].Text.Equals("AS", StringComparison.OrdinalIgnoreCase))
            (AsKeyword, StageName) = (fields[1], fields.ElementAtOrDefault(2));

        if (Image is null)
            diagnostics.MissingArgument(parts, "an image, or 'scratch'");
        else if (fields.Count > 1 && (fields.Count != 3 || AsKeyword is null))
            diagnostics.Error(parts.Arguments.Span, "FROM takes an image, or an image and a name: FROM image AS name.");
        else if (StageName is not null && !IsName(StageName.Text))
            diagnostics.Error(
                StageName.Span,
                $"{SyntaxDiagnostics.Quote(StageName.Text)} cannot name a stage; a name begins with a letter, and "
                + "letters, digits, '-', '_' and '.' follow.");
    }

    /// <summary>The platform that the image is taken for, where it is not that of the build.</summary>
    public Flag? Platform { get; }

    /// <summary>An image, an earlier stage, or <c>scratch</c>; may hold variables.</summary>
    public Word? Image { get; }

    /// <summary>The word before the stage's name, in the case that it is written in.</summary>
    public Word? AsKeyword { get; }

    /// <summary>As written; BuildKit compares names in lower case.</summary>
    public Word? StageName { get; }

    static bool IsName(string text) =>
        char.IsAsciiLetter(text[0]) && text.All(x => char.IsAsciiLetterOrDigit(x) || x is '-' or '_' or '.');
}
