using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>Something that who starts a pipeline may say. It reaches the targets as a variable, never as part of a script.</summary>
/// <param name="Name">The variable: letters, digits and <c>_</c>, for example <c>ONLY_IMAGES</c>.</param>
/// <param name="Kind">What it may be. Default: any text.</param>
public sealed record PipelineInput(string Name, InputKind Kind = InputKind.Text)
{
    /// <summary>KILN5001 where it can be no variable.</summary>
    public string Name { get; init; } = JobGrammar.Variable(Name, "an input");

    /// <summary>A sentence for who has to say it. Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>What it is where nothing is said. Default: nothing, and it need not be said.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it has to be said. Default: no.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only things that it may be. Default: anything of its kind.</summary>
    public ValueList<string> Choices { get; init; }
}

/// <summary>What an input may be.</summary>
public enum InputKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,
}
