using Kiln.Linting.Shell;

namespace Kiln.Linting.Rules.Size;

/// <summary>In one RUN, what is removed at its end was never in the layer.</summary>
static class PackageRemoval
{
    /// <summary>Whether a command removes packages.</summary>
    public static bool Is(ShellCommand command) =>
        command.Is("apt-get", "purge", "remove", "autoremove") || command.Is("apt", "purge", "remove", "autoremove") || command.Is("apk", "del")
        || command.Is("dnf", "remove") || command.Is("microdnf", "remove") || command.Is("yum", "remove") || command.Is("zypper", "remove");

    /// <summary>Whether it removes this one: by its name, or by a group or a variable that stands for several.</summary>
    public static bool Of(ShellCommand command, string package) => Is(command)
        && (command.HasArgument(package) || command.Operands.Any(x => x.Text.StartsWith('.') || x.Text.StartsWith('$')));
}
