using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>The machine that a job asks for.</summary>
public abstract record Runner
{
    Runner(IEnumerable<string> labels) => OperatingSystem = SystemIn(labels);

    /// <summary>GitHub: <c>ubuntu-24.04</c>; GitLab: any runner.</summary>
    public static Runner Linux { get; } = new Labelled(["ubuntu-24.04"]) { Ubuntu = Platform.LinuxAmd64, IsHosted = true };

    /// <summary>GitHub: <c>ubuntu-24.04-arm</c>; GitLab: <c>saas-linux-small-arm64</c>.</summary>
    public static Runner LinuxArm { get; } = new Labelled(["ubuntu-24.04-arm"]) { GitLabTags = ["saas-linux-small-arm64"], Ubuntu = Platform.LinuxArm64, IsHosted = true };

    /// <summary>GitHub: <c>windows-2025</c>; GitLab: <c>saas-windows-medium-amd64</c>.</summary>
    public static Runner Windows { get; } = new Labelled(["windows-2025"]) { GitLabTags = ["saas-windows-medium-amd64"], OperatingSystem = RunnerSystem.Windows, IsHosted = true };

    /// <summary>GitHub: <c>macos-15</c>; GitLab: <c>saas-macos-medium-m1</c>.</summary>
    public static Runner MacOs { get; } = new Labelled(["macos-15"]) { GitLabTags = ["saas-macos-medium-m1"], OperatingSystem = RunnerSystem.MacOs, IsHosted = true };

    /// <summary>A machine of one's own that has all these labels (GitHub) or tags (GitLab).</summary>
    public static Runner Labels(params ValueList<string> labels) => new Labelled(labels) { GitLabTags = labels };

    /// <summary>One of a group (GitHub), which has all these labels.</summary>
    public static Runner Group(string name, params IEnumerable<string> labels) => new OfGroup(name, labels.ToValueList());

    /// <summary>
    /// What it runs, where its labels do not tell: <c>Runner.Labels("builder") with { OperatingSystem = RunnerSystem.Windows }</c>. Default: Windows or macOS where a
    /// label is <c>windows</c> or <c>macos</c>, in any case; else Linux.
    /// </summary>
    public RunnerSystem OperatingSystem { get; init; }

    /// <summary>Whether it is the host's own, which is the same for everybody.</summary>
    internal bool IsHosted { get; private init; }

    static RunnerSystem SystemIn(IEnumerable<string> labels) =>
        labels.Contains("windows", StringComparer.OrdinalIgnoreCase) ? RunnerSystem.Windows
        : labels.Contains("macos", StringComparer.OrdinalIgnoreCase) ? RunnerSystem.MacOs
        : RunnerSystem.Linux;

    /// <summary>A machine by its labels.</summary>
    public sealed record Labelled(ValueList<string> GitHubLabels) : Runner(GitHubLabels)
    {
        /// <summary>The same for GitLab. Default: any runner.</summary>
        public ValueList<string> GitLabTags { get; init; }

        /// <summary>What GitHub's own Ubuntu machine runs, whose packages may be installed; null for any other machine.</summary>
        internal Platform? Ubuntu { get; init; }
    }

    /// <inheritdoc cref="Group" />
    public sealed record OfGroup(string Name, ValueList<string> GroupLabels) : Runner(GroupLabels);
}
