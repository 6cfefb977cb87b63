using System.Text.RegularExpressions;
using Kiln.Primitives;

namespace Kiln.Buildx.Progress;

/// <summary>
/// One vertex of BuildKit's graph as its last event told it: <c>[go-server linux/arm64 build 3/5] RUN go mod download</c>.
/// </summary>
public sealed partial record BuildStep(string Digest, string Name)
{
    /// <summary>When it began; null while it waits.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>Whether its result came out of a cache.</summary>
    public bool IsCached { get; init; }

    /// <summary>Why it failed, in BuildKit's words; empty unless it did.</summary>
    public string Error { get; init; } = "";

    /// <summary>Whether it was given up for another's sake: a failure elsewhere, or the same step of another image.</summary>
    public bool IsCancelled => Error.Contains("context canceled", StringComparison.Ordinal);

    /// <summary>
    /// Whether a Dockerfile instruction stands behind it, and not BuildKit's own bookkeeping. <c>FROM</c> counts as
    /// bookkeeping: it only names where the next instruction starts.
    /// </summary>
    public bool IsInstruction => Numbered().IsMatch(Name) && !Instruction.StartsWith("FROM ", StringComparison.Ordinal);

    /// <summary>Whether a cache is read from or written to a service, registry or folder; its failure is not the build's.</summary>
    public bool IsCacheTransfer =>
        IsCacheExport || Instruction.StartsWith("importing cache manifest from ", StringComparison.Ordinal);

    /// <summary>Whether a cache is written.</summary>
    public bool IsCacheExport =>
        Instruction.StartsWith("exporting cache to ", StringComparison.Ordinal)
        || Instruction == "exporting to GitHub Actions Cache";

    /// <summary>The instruction without the bracket in front of it.</summary>
    public string Instruction => Name.StartsWith('[') ? Name[(Name.IndexOf(']') + 1)..].TrimStart() : Name;

    /// <summary>What stands in the bracket: target, platform, stage and number; empty when there is none.</summary>
    public string Place => Name.StartsWith('[') ? Name[1..Math.Max(1, Name.IndexOf(']'))] : "";

    /// <summary>All brackets that it was told with: one for each target that needs it.</summary>
    public ValueList<string> Places { get; init; }

    /// <summary>
    /// Whether an event with this start goes on with what is known. BuildKit begins anew when a cache turns out not to have a step's
    /// layers any more; it also starts a cached step a second time when it fetches them, and that is the same attempt.
    /// </summary>
    internal bool IsSameAttempt(DateTimeOffset? started) => Error.Length == 0 || started is null || started == Started;

    /// <summary>How long it ran; zero until it has ended.</summary>
    public TimeSpan Duration => Completed - Started ?? TimeSpan.Zero;

    [GeneratedRegex(@"^\[[^\]]* ?\d+/\d+\] ")]
    private static partial Regex Numbered();
}
