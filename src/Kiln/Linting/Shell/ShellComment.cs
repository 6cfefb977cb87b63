using System.Text.RegularExpressions;

namespace Kiln.Linting.Shell;

/// <summary>hadolint's way to say which shell a base image has, where no SHELL says it: <c># hadolint shell=powershell</c>. Kiln takes its own name, too.</summary>
static partial class ShellComment
{
    public static string? Parse(string comment) => Form().Match(comment) is { Success: true } match ? match.Groups["shell"].Value : null;

    [GeneratedRegex(@"^(?:hadolint|kiln)[ \t]+shell[ \t]*=[ \t]*(?<shell>[^ \t]+)[ \t]*(?:#.*)?$")]
    private static partial Regex Form();
}
