using Kiln.Primitives;

namespace Kiln.Workflows;

/// <summary>Keys of a node in the host's own words, each with its value as YAML or JSON; <c>null</c> takes a key out.</summary>
public sealed record HostExtra
{
    /// <summary>For GitHub, for example <c>["continue-on-error"] = "true"</c>. Default: nothing.</summary>
    public ValueMap<string> GitHub { get; init; }

    /// <summary>For GitLab, for example <c>["allow_failure"] = "{ exit_codes: [2] }"</c>. Default: nothing.</summary>
    public ValueMap<string> GitLab { get; init; }

    /// <summary>Whether actions and images in it may go without a commit or digest. Default: no, KILN5005.</summary>
    public bool MayFloat { get; init; }
}
