using System.Text.RegularExpressions;
using Kiln.Buildx.Progress;

namespace Kiln.Buildx.Steps;

/// <summary>The lines of the Dockerfile around the failed one, which buildx closes with.</summary>
static partial class BuildxExcerpt
{
    /// <summary>Indented, with a line end; empty where buildx showed none.</summary>
    internal static string Of(BuildLog log) => string.Concat(log.ClosingText.Where(x => Numbered().IsMatch(x)).Select(x => $"  {x}\n"));

    [GeneratedRegex(@"^ *\d+ \|")]
    private static partial Regex Numbered();
}
