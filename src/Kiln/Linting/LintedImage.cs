using Kiln.Linting.Scripts;
using Kiln.Primitives;

namespace Kiln.Linting;

/// <summary>What is known of the image that a Dockerfile is for, beside its text.</summary>
public sealed record LintedImage
{
    /// <summary>The stage that becomes the image. Default: the last one.</summary>
    public string? Target { get; init; }

    /// <summary>The folder that it is built with. Default: not known, and rules about what is sent say nothing.</summary>
    public LintContext? Context { get; init; }

    /// <summary>Names in FROM and <c>--from</c> that the build itself answers: other images of it, and named contexts. Default: none.</summary>
    public ValueList<string> Provided { get; init; } = [];

    /// <summary>The image has to say how a container is checked: <see cref="ImageSpec.NeedsHealthCheck"/>. Default: no.</summary>
    public bool NeedsHealthCheck { get; init; }

    /// <summary>What ShellCheck said of its scripts. Default: nobody was asked.</summary>
    internal ScriptAnswers Answers { get; init; } = ScriptAnswers.None;
}
