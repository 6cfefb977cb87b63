using Kiln.Linting.Shell;

namespace Kiln.Linting.Rules.Commands;

/// <summary>The commands that stand in a script, without those that run through the one before, as behind <c>sudo</c>.</summary>
static class WrittenCommands
{
    public static IReadOnlyList<ShellCommand> Of(ShellScript script) =>
        [.. script.Commands.Where((x, i) => i == 0 || !script.Commands[i - 1].Arguments.Contains(x.NameWord))];
}
