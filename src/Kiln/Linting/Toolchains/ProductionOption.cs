using Kiln.Linting.Shell;
using Kiln.Primitives;

namespace Kiln.Linting.Toolchains;

/// <summary>How an install is told to leave out what only developers need.</summary>
/// <param name="Flag">As one writes it: <c>--omit=dev</c>.</param>
/// <param name="Flags">All that do, without dashes.</param>
/// <param name="Settings">Variables and settings that do, as a Dockerfile writes them.</param>
sealed record ProductionOption(string Flag, ValueList<string> Flags, params ValueList<string> Settings)
{
    /// <summary>By a flag of the command.</summary>
    public bool IsGiven(ShellCommand command) => command.Arguments.Any(x => x.IsFlag && Flags.Contains(x.Text.TrimStart('-').Split('=')[0]));

    /// <summary>By something that holds for all commands.</summary>
    public bool IsSetIn(string dockerfile) => Settings.Any(x => dockerfile.Contains(x, StringComparison.OrdinalIgnoreCase));
}
