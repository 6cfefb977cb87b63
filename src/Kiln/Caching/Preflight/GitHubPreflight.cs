using Kiln.Caching.GitHub;

namespace Kiln.Caching.Preflight;

/// <summary>Whether the run's variables open GitHub's cache; the service itself is not asked.</summary>
static class GitHubPreflight
{
    internal static CacheFinding Check(CacheFinding finding, ActionsRuntime runtime) => finding with
    {
        NotReadSince = finding.NotReadSince ?? runtime.NotReadSince,
        NotWrittenSince = finding.NotWrittenSince ?? runtime.NotWrittenSince,
        // Such a token is how GitHub keeps a run from writing that is not to be trusted; the cache is not broken.
        IsReadOnlyByRule = finding.IsReadOnlyByRule || runtime is { NotReadSince: null, NotWrittenSince: not null },
    };
}
