namespace Kiln.Workflows;

/// <summary>What Push calls an image in a host's outputs.</summary>
static class OutputName
{
    /// <summary>Letters, digits and <c>-</c>: <c>team-api</c> for <c>team/api</c>.</summary>
    internal static string Of(string image) => string.Concat(image.Select(x => char.IsAsciiLetterOrDigit(x) ? x : '-'));
}
