namespace Kiln.Advising;

/// <summary>What a final image has to have.</summary>
/// <param name="Kind">For its program.</param>
/// <param name="Version">Of the language, as far as tags of its images name it: <c>20</c>, <c>3.13</c>, <c>8.0</c>; null where the file does not tell.</param>
sealed record ProgramNeeds(ProgramKind Kind, string? Version = null)
{
    /// <summary>Which of several images for the kind: <c>runtime</c> beside .NET's <c>aspnet</c>, <c>fpm</c> or <c>apache</c> for PHP. Default: the usual one.</summary>
    public string? Flavor { get; init; }

    /// <summary>The final stage runs commands, or starts through a shell, so its base has to have one. Default: no.</summary>
    public bool UsesShell { get; init; }
}
