namespace Kiln.Engine.Output;

/// <summary>What a console line means; the palette decides how it looks.</summary>
enum LineKind
{
    Verbose,
    Debug,
    Information,
    Success,
    Warning,
    Error,
}
